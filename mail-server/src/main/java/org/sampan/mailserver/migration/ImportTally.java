package org.sampan.mailserver.migration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.migration.ImportReport.MessageProblem;
import org.sampan.mailserver.post.MessageIds;
import org.sampan.mailserver.post.OldPosts.OldPost;

/** Counts while an archive is read. Not for several threads. */
final class ImportTally {
    private static final int MOST_REDATED = 200;

    private final List<MessageProblem> problems = new ArrayList<>();
    private long sound;
    private long added;
    private long broken;
    private long redated;
    private long withoutId;
    private @Nullable Instant first;
    private @Nullable Instant last;

    void isBroken(MboxMessage message, String messageId, String reason) {
        broken++;
        note("broken", message, messageId, reason, ImportReport.MOST_PROBLEMS);
    }

    /** @param correction empty: none */
    void isSound(MboxMessage message, OldPost old, String correction) {
        sound++;
        if (!correction.isEmpty()) {
            redated++;
            // Many of them must not hide what is broken.
            note("redated", message, old.post().messageId(), correction, MOST_REDATED);
        }
        if (!MessageIds.isPresent(old.post().message().headers())) {
            withoutId++;
        }
        first = first == null || old.at().isBefore(first) ? old.at() : first;
        last = last == null || old.at().isAfter(last) ? old.at() : last;
    }

    void wereAdded(long number) {
        added += number;
    }

    long read() {
        return sound + broken;
    }

    long added() {
        return added;
    }

    ImportReport report(long joined) {
        return new ImportReport(
                read(), added, sound - added, broken, redated, withoutId, joined, first, last, List.copyOf(problems));
    }

    private void note(String kind, MboxMessage message, String messageId, String reason, int most) {
        if (problems.size() < most) {
            problems.add(new MessageProblem(kind, message.number(), message.line(), messageId, reason));
        }
    }
}
