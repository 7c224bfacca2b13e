package org.sampan.mailserver.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;

/** Leaves one of each field that a mail may have once (RFC 5322 section 3.6): the first; addresses are put together. */
final class SingleFields implements Transformation {
    private static final Set<String> ONCE = Set.of(
            "date",
            "sender",
            "message-id",
            "in-reply-to",
            "references",
            "subject",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "content-id");
    private static final Set<String> JOINED = Set.of("from", "reply-to", "to", "cc");

    @Override
    public Message apply(Message message, Rendering rendering) {
        return message.with(once(message.headers()));
    }

    @Override
    public boolean isOptional() {
        return false;
    }

    /** Big providers refuse what has two of them. */
    private static Headers once(Headers headers) {
        List<HeaderField> fields = new ArrayList<>();
        for (HeaderField field : headers.fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            int before = indexOf(fields, name);
            if (before >= 0 && JOINED.contains(name)) {
                fields.set(before, fields.get(before).joined(field));
            } else if (before < 0 || !ONCE.contains(name)) {
                fields.add(field);
            }
        }
        return fields.size() == headers.fields().size() ? headers : Headers.of(fields);
    }

    private static int indexOf(List<HeaderField> fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).isNamed(name)) {
                return i;
            }
        }
        return -1;
    }
}
