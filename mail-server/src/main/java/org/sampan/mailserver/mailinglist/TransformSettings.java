package org.sampan.mailserver.mailinglist;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.ListSetting.Group;
import org.sampan.mailserver.mailinglist.SettingForm.Patterned;
import org.sampan.mailserver.mailinglist.SettingForm.Period;
import org.sampan.mailserver.mailinglist.SettingForm.Words;

/** What a list makes of the posts it sends. */
public final class TransformSettings {
    public static final ListSetting<Boolean> UNMODIFIED = ListSetting.flag(
            "unmodified",
            Group.APPEARANCE,
            false,
            "Posts go out as their authors wrote them, so that signatures hold: no tag, no footer, attachments and formats stay; only the list's own header fields are added.");

    public static final ListSetting<Boolean> FOOTER = ListSetting.flag(
            "footer",
            Group.APPEARANCE,
            true,
            "Whether a few lines below each post say which list it came by, where it is on the web, and how to leave.");

    public static final ListSetting<FromRewriting> REWRITE_FROM = ListSetting.choice(
            "rewriteFrom",
            Group.APPEARANCE,
            FromRewriting.NEEDED,
            "Whether posts come from the list's address instead of the author's: always, never, or only where the author's provider would have them refused otherwise (DMARC).");

    public static final ListSetting<ReplyTo> REPLY_TO = ListSetting.choice(
            "replyTo",
            Group.APPEARANCE,
            ReplyTo.AUTHOR,
            "Where answers go when a reader presses Reply: to the author, to the list, to both, or to the address in replyToAddress.");

    /** Empty: none. */
    public static final ListSetting<String> REPLY_TO_ADDRESS = new ListSetting<>(
            "replyToAddress",
            Group.APPEARANCE,
            new Patterned(
                    Pattern.compile("|[\\x21-\\x7e&&[^<>,;:\"()\\[\\]@\\\\]]{1,64}@[A-Za-z0-9.-]{1,255}"),
                    "an e-mail address"),
            "",
            "The address that answers go to when replyTo is address.");

    public static final ListSetting<Boolean> ANONYMOUS = ListSetting.flag(
            "anonymous",
            Group.APPEARANCE,
            false,
            "Posts and the archive name the list instead of the author; everything in the header that tells of the author is taken out, what people write in the text is not.");

    public static final ListSetting<Attachments> ATTACHMENTS = ListSetting.choice(
            "attachments",
            Group.APPEARANCE,
            Attachments.KEEP,
            "What happens to attached files: they are kept, only those of attachmentTypes are, or each becomes a link to the archive (an anonymous list keeps them).");

    /** MIME types, {@code image/*}, or endings of file names with the dot. */
    public static final ListSetting<List<String>> ATTACHMENT_TYPES = new ListSetting<>(
            "attachmentTypes",
            Group.APPEARANCE,
            new Words(
                    Pattern.compile("[a-z]{1,40}/([a-z0-9.+-]{1,80}|\\*)|\\.[a-z0-9]{1,10}"),
                    "types such as application/pdf or image/*, and endings such as .pdf"),
            List.of("image/*", "application/pdf"),
            "Which attached files are kept when attachments is by-type.");

    public static final ListSetting<Duration> ATTACHMENT_LINKS_LAST = new ListSetting<>(
            "attachmentLinksLast",
            Group.APPEARANCE,
            new Period(Duration.ofHours(1), Duration.ofDays(3650)),
            Duration.ofDays(90),
            "How long the links to attached files work; those of a private list open for its members only.");

    static final List<ListSetting<?>> ALL = List.of(
            UNMODIFIED,
            FOOTER,
            REWRITE_FROM,
            REPLY_TO,
            REPLY_TO_ADDRESS,
            ANONYMOUS,
            ATTACHMENTS,
            ATTACHMENT_TYPES,
            ATTACHMENT_LINKS_LAST);

    private TransformSettings() {}

    /** When posts come from the list's address. */
    public enum FromRewriting {
        NEEDED,
        ALWAYS,
        NEVER
    }

    /** Where answers go. */
    public enum ReplyTo {
        AUTHOR,
        LIST,
        BOTH,
        ADDRESS
    }

    /** What becomes of attached files. */
    public enum Attachments {
        KEEP,
        BY_TYPE,
        LINKS
    }
}
