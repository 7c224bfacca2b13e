package org.sampan.digest.production;

import org.sampan.digest.clipping.Clippings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After a start, in the background: makes clippings found by their words that were kept before there was an index. */
@Component
final class MissingWords {
    private static final Logger LOGGER = LoggerFactory.getLogger(MissingWords.class);
    private static final int AT_ONCE = 100;

    private final Clippings clippings;
    private volatile boolean closing;

    MissingWords(Clippings clippings) {
        this.clippings = clippings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(this::readAll, "missing-words");
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll() {
        try {
            int read = AT_ONCE;
            while (read > 0 && !closing) {
                read = clippings.readWords(AT_ONCE);
            }
        } catch (RuntimeException failure) {
            LOGGER.warn("event=words-not-read reason=\"{}\"", failure.getMessage());
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }
}
