package org.sampan.mailserver.notice;

import java.time.Duration;
import javax.inject.Inject;

/** Sends notices that anybody can cause in anybody's name: not more often than is polite. Safe for many threads. */
public final class OccasionalNotices {
    private final Notices notices;
    private final AutomaticAnswers answers;

    @Inject
    public OccasionalNotices(Notices notices, AutomaticAnswers answers) {
        this.notices = notices;
        this.answers = answers;
    }

    /**
     * Sends, unless one of its kind went to the reader for the list within the pause. A crash in the middle rather loses the
     * notice than sends it twice: whoever asked can ask again.
     *
     * @param pause at most two days
     */
    public boolean send(Notice notice, Duration pause) {
        return send(notice, pause, () -> {});
    }

    /** @param before done only when the notice is to be sent, and before it is */
    public boolean send(Notice notice, Duration pause, Runnable before) {
        String kind = notice.content().kind();
        if (!answers.begin(notice.list(), notice.recipient(), kind, pause)) {
            return false;
        }
        try {
            before.run();
            notices.send(notice);
            return true;
        } catch (RuntimeException e) {
            answers.withdraw(notice.list(), notice.recipient(), kind);
            throw e;
        }
    }
}
