package org.sampan.mailserver.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of an old archive.
 *
 * @param known kept already, or twice in the file
 * @param broken not kept; each is among the problems, as long as there is room
 * @param redated filed under another day than their Date says
 * @param withoutId have no Message-ID; one was made of what they say
 * @param joined answers that stood before what they answer
 * @param first when the oldest of all that were read was received; null: none was read
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImportReport(
        long read,
        long added,
        long known,
        long broken,
        long redated,
        long withoutId,
        long joined,
        @Nullable Instant first,
        @Nullable Instant last,
        List<MessageProblem> problems) {
    static final int MOST_PROBLEMS = 1_000;

    /**
     * @param kind {@code broken}: not kept; {@code redated}: kept under another day
     * @param message the how-manieth of the file
     */
    record MessageProblem(String kind, long message, long line, String messageId, String reason) {}
}
