package org.sampan.mailserver.notice;

import java.util.Map;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.MailingList;

/** What the author of a rejected post reads of a {@link RejectReason}, for moderators to choose from. Safe for many threads. */
public final class RejectReasonTexts {
    private static final String KIND = NoticeContent.kind(ModerationContent.Rejected.class);

    private final LetterWriter writer;

    @Inject
    RejectReasonTexts(LetterWriter writer) {
        this.writer = writer;
    }

    /** @param language of the moderator; English where there is no text in it */
    public String say(MailingList list, String language, RejectReason reason) {
        NoticeTexts texts = writer.ofLists().of(list.address().name()).wording().texts();
        Map<String, String> values = Map.of("list", list.settings().name());
        return texts.say(texts.nearest(language), KIND, "because." + reason.word(), values);
    }
}
