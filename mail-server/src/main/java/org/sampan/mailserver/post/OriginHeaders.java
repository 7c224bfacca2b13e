package org.sampan.mailserver.post;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.DateTimeField;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.sampan.mailserver.mailinglist.PostingSettings;

/**
 * Takes out of a mail what tells where and with what it was written. What is known to be needed stays and everything else goes:
 * nobody can list all the fields that programs and providers have thought of. Signatures over what was changed go with it. The
 * Message-ID stays as it is, since threads and repeats are known by it (see mail-server/decisions).
 */
public final class OriginHeaders {
    private static final Set<String> NEEDED = Set.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "subject",
            "message-id",
            "in-reply-to",
            "references",
            "mime-version",
            "keywords",
            "comments",
            "importance",
            "priority",
            "x-priority",
            "auto-submitted",
            "autocrypt",
            "mail-followup-to",
            "archived-at");

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private OriginHeaders() {}

    /** The post as its list keeps and sends it. */
    public static Post hidden(Post post) {
        return PostingSettings.hidesOrigin(post.list().settings())
                ? new Post(
                        post.id(),
                        post.list(),
                        post.messageId(),
                        post.authors(),
                        post.envelope(),
                        without(post.message()))
                : post;
    }

    /** A date that cannot be read goes too. Never fails. */
    public static Message without(Message message) {
        Headers kept = message.headers().without(it -> !isNeeded(it));
        Optional<HeaderField> date = message.headers().first("Date").flatMap(OriginHeaders::inUtc);
        return message.with(date.map(kept::plus).orElse(kept));
    }

    private static boolean isNeeded(HeaderField field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return NEEDED.contains(name) || name.startsWith("content-") || name.startsWith("list-");
    }

    private static Optional<HeaderField> inUtc(HeaderField date) {
        DateTimeField parsed =
                DateTimeFieldLenientImpl.PARSER.parse(new RawField("Date", date.value()), DecodeMonitor.SILENT);
        return Optional.ofNullable(parsed.getDate())
                .map(Date::toInstant)
                .map(it -> HeaderField.of("Date", UTC.format(it)));
    }
}
