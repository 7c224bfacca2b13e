package org.sampan.digest.render;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.sampan.digest.edition.Rendering;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Prints two languages at a time where there are two processors, whatever else is printed; and hands them over in their order. A
 * rendering of thousands of items is large: while one is kept, only the next is made.
 */
@Component
final class Press implements DisposableBean {
    private static final int AT_A_TIME = Math.min(2, Runtime.getRuntime().availableProcessors());

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, work -> {
        Thread thread = new Thread(work, "press");
        thread.setDaemon(true);
        return thread;
    });

    Iterator<Rendering> print(Iterable<Locale> languages, Function<Locale, Rendering> rendering) {
        return new Run(languages.iterator(), rendering);
    }

    private final class Run implements Iterator<Rendering> {
        private final Iterator<Locale> languages;
        private final Function<Locale, Rendering> rendering;
        private final Queue<CompletableFuture<Rendering>> begun = new ArrayDeque<>();

        Run(Iterator<Locale> languages, Function<Locale, Rendering> rendering) {
            this.languages = languages;
            this.rendering = rendering;
        }

        @Override
        public boolean hasNext() {
            return !begun.isEmpty() || languages.hasNext();
        }

        @Override
        public Rendering next() {
            begin(AT_A_TIME);
            return finished(begun.remove());
        }

        private void begin(int most) {
            while (begun.size() < most && languages.hasNext()) {
                Locale language = languages.next();
                begun.add(CompletableFuture.supplyAsync(() -> rendering.apply(language), threads));
            }
        }
    }

    private static Rendering finished(CompletableFuture<Rendering> begun) {
        try {
            return begun.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
