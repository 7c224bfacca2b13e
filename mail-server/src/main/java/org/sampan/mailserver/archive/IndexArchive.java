package org.sampan.mailserver.archive;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import org.apache.james.lifecycle.api.Startable;
import org.sampan.mailserver.archive.ArchiveIndex.Unread;
import org.sampan.mailserver.content.MessageText;
import org.sampan.mailserver.content.SearchVector;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.PostId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the words of posts into the index: of a new post after it was stored, of older ones, and of those a crash left out, in the
 * background. A post whose text cannot be read is found by its subject and author.
 */
final class IndexArchive implements Startable {
    private static final Logger LOGGER = LoggerFactory.getLogger(IndexArchive.class);
    private static final int AT_ONCE = 20;
    private static final int PAUSE_SECONDS = 60;

    private final ArchiveIndex index;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "archive-index");
        named.setDaemon(true);
        return named;
    });

    @Inject
    IndexArchive(ArchiveIndex index) {
        this.index = index;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::readAll, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** Never throws: a post that is not found is better than one that is not sent. */
    void read(PostId post, String subject, String author, Message message) {
        try {
            index.put(post, words(subject, author, message));
        } catch (RuntimeException e) {
            LOGGER.warn("event=post-not-indexed post={} reason=\"{}\"", post, e.getMessage());
        }
    }

    /** All that have no words yet. */
    void readAll() {
        try {
            List<Unread> unread = index.unread(AT_ONCE);
            while (!unread.isEmpty() && !Thread.currentThread().isInterrupted()) {
                unread.forEach(this::read);
                unread = index.unread(AT_ONCE);
            }
        } catch (RuntimeException e) {
            LOGGER.warn("event=archive-not-indexed reason=\"{}\"", e.getMessage());
        }
    }

    /** One that PostgreSQL does not take must not keep the others from being read. */
    private void read(Unread post) {
        try {
            index.put(post.post(), words(post.subject(), post.author(), Message.parse(post.received())));
        } catch (RuntimeException e) {
            LOGGER.warn("event=post-not-indexed post={} reason=\"{}\"", post.post(), e.getMessage());
            index.put(post.post(), new SearchVector(""));
        }
    }

    static SearchVector words(String subject, String author, Message message) {
        return SearchVector.of(subject, author, text(message));
    }

    private static String text(Message message) {
        try {
            return MessageText.of(message);
        } catch (RuntimeException unreadable) {
            LOGGER.warn("event=text-not-read reason=\"{}\"", unreadable.getMessage());
            return "";
        }
    }
}
