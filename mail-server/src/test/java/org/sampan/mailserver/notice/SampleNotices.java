package org.sampan.mailserver.notice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.BasicSettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;

/** One notice of each kind, in the name of the two lists everybody knows. */
final class SampleNotices {
    static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    static final Path TEMPLATES = Path.of("../templates");
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

    private static final Instant IN_A_WEEK = Instant.parse("2026-11-29T01:02:03Z");
    private static final String LEAVE = "https://news.example/leave/AAAAAQAAAAAAAABN0f3q0f3q0f3q0f3q0f3q0f";
    private static final String CONFIRM = "https://news.example/confirm/mfrggzdfmztwq2lknnwg23tpoa";
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

    private SampleNotices() {}

    static List<Notice> all(String language) {
        return List.of(
                joining(language),
                to(MEMBERS, language, new NoticeContent.Welcome(LEAVE)),
                to(NEWS, language, new NoticeContent.Goodbye(CONFIRM, IN_A_WEEK)),
                to(NEWS, language, new NoticeContent.AlreadyOnList(LEAVE)),
                to(
                                NEWS,
                                language,
                                new NoticeContent.ConfirmLeave(
                                        LEAVE, new EmailAddress("mekong-news-confirm+AAAAAQ@lists.example")))
                        .inReplyTo(Optional.of("<leave.1@riverside.example>")),
                to(NEWS, language, new NoticeContent.Help()),
                to(MEMBERS, language, new NoticeContent.WhoAmI(NoticeContent.Standing.DIGEST)),
                to(NEWS, language, new NoticeContent.LanguageChanged()),
                held(language),
                to(
                                MEMBERS,
                                language,
                                new NoticeContent.Rejected(
                                        "A notice for your readers", "Please send this to the secretariat first."))
                        .attaching(POST.getBytes(StandardCharsets.UTF_8)),
                to(
                        MEMBERS,
                        language,
                        new NoticeContent.MemberSuspended(
                                "o'brien@harbour.example", "550 5.1.1 <o'brien@harbour.example>: no such user")));
    }

    static Notice joining(String language) {
        EmailAddress answer = new EmailAddress("mekong-news-confirm+mfrggzdfmztwq2lknnwg23tpoa@lists.example");
        return to(NEWS, language, new NoticeContent.ConfirmJoin(CONFIRM, answer, IN_A_WEEK));
    }

    static Notice held(String language) {
        return to(
                        NEWS,
                        language,
                        new NoticeContent.Held(
                                "stranger@elsewhere.example",
                                "A notice for your readers",
                                "Only the secretariat posts to this list.",
                                "k5x2mzq7w3jd4c6hn2ya",
                                new NoticeContent.Size(2345)))
                .attaching(POST.getBytes(StandardCharsets.UTF_8));
    }

    static Notice to(MailingList list, String language, NoticeContent content) {
        return Notice.of(list, HTUN, language, content);
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
                NOW);
    }
}
