package org.sampan.mailserver.migration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Message;

/** Pipermail's monthly files say {@code From: bob at farm.example (Bob Keo)}, against collectors of addresses. */
final class PipermailAuthor {
    private static final String FROM = "From";
    private static final Pattern HIDDEN = Pattern.compile("(\\S+) at (\\S+)(?: +\\((.*)\\))?");
    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e&&[^\"\\\\]]{1,200}");

    private PipermailAuthor() {}

    /** With an author as everywhere; any other message as it is. */
    static Message restored(Message message) {
        String value = message.headers().value(FROM).strip();
        Matcher hidden = HIDDEN.matcher(value);
        if (value.contains("@") || !hidden.matches()) {
            return message;
        }
        return EmailAddress.parse(hidden.group(1) + "@" + hidden.group(2))
                .filter(it -> PLAIN.matcher(it.written()).matches())
                .map(it -> message.with(message.headers().replace(HeaderField.of(FROM, name(hidden) + "<" + it + ">"))))
                .orElse(message);
    }

    private static String name(Matcher hidden) {
        return Optional.ofNullable(hidden.group(3))
                .filter(it -> PLAIN.matcher(it).matches())
                .map(it -> it.startsWith("=?") ? it + " " : "\"" + it + "\" ")
                .orElse("");
    }
}
