package org.sampan.mailserver.post;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.BasicSettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.ListSettings.Joining;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.mailinglist.ListSettings.Visibility;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.HideOrigin;

/** Mails and posts for tests. */
public final class TestPosts {
    public static final EmailAddress ALICE = new EmailAddress("alice@harbour.example");
    public static final EmailAddress HTUN = new EmailAddress("htun@riverside.example");
    public static final EmailAddress STRANGER = new EmailAddress("stranger@elsewhere.example");

    /** Members post; origins are shown, so that it is seen what else becomes of a header. */
    public static final ListSettings MEMBERS = ListSettings.of(ListAddress.of("members@lists.example"))
            .with(BasicSettings.NAME, "Members")
            .with(BasicSettings.DESCRIPTION, "The members' private list")
            .with(BasicSettings.SUBJECT_TAG, "members")
            .with(BasicSettings.MAX_BYTES, 100_000L)
            .with(PostingSettings.HIDE_ORIGIN, HideOrigin.OFF);

    /** The secretariat posts. */
    public static final ListSettings NEWS = ListSettings.of(ListAddress.of("mekong-news@lists.example"))
            .with(BasicSettings.NAME, "Mekong news")
            .with(BasicSettings.DESCRIPTION, "News for and about migrants")
            .with(BasicSettings.VISIBILITY, Visibility.PUBLIC)
            .with(BasicSettings.JOINING, Joining.CONFIRM)
            .with(BasicSettings.POSTING, Posting.SECRETARIAT)
            .with(BasicSettings.MAX_BYTES, 100_000L);

    private TestPosts() {}

    /** Of lines without their ends. */
    public static Message message(String... lines) {
        return Message.parse((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A short mail. */
    public static Message mailFrom(EmailAddress author) {
        return message(
                "From: <" + author + ">",
                "To: members@lists.example",
                "Subject: Monday",
                "Message-ID: <monday@" + author.domain() + ">",
                "Date: Sun, 22 Nov 2026 08:00:00 +0700",
                "",
                "See you on Monday.");
    }

    /** A list that is in no database. */
    public static MailingList list(ListSettings settings) {
        return new MailingList(1, settings, Instant.parse("2026-11-22T00:00:00Z"));
    }

    public static Envelope from(EmailAddress sender) {
        return new Envelope(Optional.of(sender), Optional.empty());
    }

    /** A post whose envelope names the author. */
    public static Post post(MailingList list, EmailAddress author) {
        return Post.of(list, from(author), mailFrom(author));
    }

    /** A file of {@code src/test/resources}, byte for byte. */
    public static byte[] file(String name) {
        try (InputStream in = TestPosts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no test file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
