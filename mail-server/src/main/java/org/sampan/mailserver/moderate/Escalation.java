package org.sampan.mailserver.moderate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ModerationSettings.Asked;
import org.sampan.mailserver.notice.ModerationContent.Turn;

/** Who is asked about a held post at one step. */
record Escalation(List<EmailAddress> moderators, Turn turn) {
    /**
     * All: the moderators, the same again, then the others. In turn: one after the other, each asked and reminded, the others at last.
     *
     * @param step how often somebody was asked before; 0: nobody
     * @param moderators who is asked first
     * @param others who else may decide
     * @return empty when nobody is left to ask
     */
    static Optional<Escalation> at(int step, Asked asked, List<EmailAddress> moderators, List<EmailAddress> others) {
        List<List<EmailAddress>> turns = new ArrayList<>();
        if (asked == Asked.ALL) {
            turns.add(moderators);
        } else {
            moderators.forEach(it -> turns.add(List.of(it)));
        }
        turns.add(others);
        turns.removeIf(List::isEmpty);
        int turn = step / 2;
        if (turn >= turns.size()) {
            return Optional.empty();
        }
        boolean again = step % 2 == 1;
        return Optional.of(new Escalation(turns.get(turn), again ? Turn.REMINDER : turn == 0 ? Turn.FIRST : Turn.NEXT));
    }
}
