package org.sampan.mailserver.moderate;

import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.Stewards;
import org.sampan.mailserver.notice.RejectReason;
import org.sampan.mailserver.notice.RejectReasonTexts;
import org.sampan.mailserver.post.ReasonTexts;

/** What depends on who the moderator is. */
final class ModeratorTexts {
    private final MailingLists lists;
    private final Stewards stewards;
    private final NotifyModerators moderators;
    private final RejectReasonTexts reasons;
    private final ReasonTexts whys;

    @Inject
    ModeratorTexts(
            MailingLists lists,
            Stewards stewards,
            NotifyModerators moderators,
            RejectReasonTexts reasons,
            ReasonTexts whys) {
        this.lists = lists;
        this.stewards = stewards;
        this.moderators = moderators;
        this.reasons = reasons;
        this.whys = whys;
    }

    List<MailingList> listsOf(EmailAddress moderator) {
        return lists.all().stream()
                .filter(it -> stewards.all(it).stream()
                        .anyMatch(steward -> steward.key().equals(moderator.key())))
                .toList();
    }

    String language(MailingList list, EmailAddress moderator, @Nullable String asked) {
        String own = asked == null ? moderators.language(moderator) : asked;
        return own.isEmpty() ? list.settings().language() : own;
    }

    /** Why it is held, in the moderator's language. */
    String why(HeldPost held, String language) {
        return whys.say(language, held.reason());
    }

    List<Reason> reasons(MailingList list, String language) {
        return Arrays.stream(RejectReason.values())
                .map(it -> new Reason(it.word(), reasons.say(list, language, it)))
                .toList();
    }

    record Reason(String because, String text) {}
}
