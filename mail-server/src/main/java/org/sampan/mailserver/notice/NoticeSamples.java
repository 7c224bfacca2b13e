package org.sampan.mailserver.notice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.BasicSettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;

/** Notices with the samples of {@link NoticeContent}, in the name of two invented lists: templates are tried with them. */
final class NoticeSamples {
    static final EmailAddress HTUN = new EmailAddress("htun@riverside.example");
    static final MailingList NEWS = list(
            "mekong-news@lists.example",
            "Mekong news",
            "News for and about migrants in the Mekong region",
            ListSettings.Joining.CONFIRM,
            ListSettings.Posting.SECRETARIAT);
    static final MailingList MEMBERS = list(
            "members@lists.example",
            "Members",
            "The members' private list",
            ListSettings.Joining.CLOSED,
            ListSettings.Posting.MEMBERS);

    private static final String POST = """
            From: Stranger <stranger@elsewhere.example>
            To: mekong-news@lists.example
            Subject: A notice for your readers
            Date: Sun, 22 Nov 2026 01:00:00 +0000
            Message-ID: <1@elsewhere.example>
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            Dear all, ประชุมวันจันทร์ at nine.
            """;

    private NoticeSamples() {}

    /** @param language of the reader */
    static List<Notice> all(String language) {
        return NoticeContent.samples().stream()
                .map(content -> of(listOf(content), language, content))
                .toList();
    }

    static Notice of(MailingList list, String language, NoticeContent content) {
        Notice notice = Notice.of(list, HTUN, language, content);
        if (isAboutAPost(content)) {
            return notice.attaching(POST.getBytes(StandardCharsets.UTF_8));
        }
        return content instanceof RequestContent ? notice.inReplyTo(Optional.of("<1@riverside.example>")) : notice;
    }

    private static boolean isAboutAPost(NoticeContent content) {
        return content instanceof ModerationContent.Held
                || content instanceof ModerationContent.Rejected
                || content instanceof ModerationContent.NobodyDecided;
    }

    /** A list of that name for which nothing is known but what its operator wrote. */
    static MailingList named(String name) {
        return list(name + "@lists.example", name, "", ListSettings.Joining.CONFIRM, ListSettings.Posting.MEMBERS);
    }

    static MailingList listOf(NoticeContent content) {
        return content instanceof BounceContent || content instanceof JoiningContent.Welcome ? MEMBERS : NEWS;
    }

    private static MailingList list(
            String address,
            String name,
            String description,
            ListSettings.Joining joining,
            ListSettings.Posting posting) {
        return new MailingList(
                7,
                ListSettings.of(ListAddress.of(address))
                        .with(BasicSettings.NAME, name)
                        .with(BasicSettings.DESCRIPTION, description)
                        .with(BasicSettings.VISIBILITY, ListSettings.Visibility.PUBLIC)
                        .with(BasicSettings.JOINING, joining)
                        .with(BasicSettings.POSTING, posting),
                SampleText.NOW);
    }
}
