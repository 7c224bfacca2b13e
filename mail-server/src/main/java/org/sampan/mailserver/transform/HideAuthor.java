package org.sampan.mailserver.transform;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.TransformSettings;
import org.sampan.mailserver.mailinglist.TransformSettings.ReplyTo;
import org.sampan.mailserver.post.EncodedWords;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.MessageIds;
import org.sampan.mailserver.post.Multipart;

/**
 * On anonymous lists, makes a post the list's own: only fields that tell nothing of the author stay, the Message-ID and the time
 * zone are the list's, signatures and visiting cards go. What the author wrote in the text stays. Mandatory.
 */
final class HideAuthor implements Transformation {
    private static final int DEEPEST = 12;
    private static final Set<String> KEPT =
            Set.of("subject", "date", "mime-version", "auto-submitted", "importance", "priority");
    private static final Set<String> CARDS =
            Set.of("text/vcard", "text/x-vcard", "text/directory", "application/pgp-keys", "application/vcard+xml");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    @Override
    public Message apply(Message message, Rendering rendering) {
        if (!rendering.chosen(TransformSettings.ANONYMOUS)) {
            return message;
        }
        Headers headers = message.headers().without(it -> !isKept(it));
        ListAddress list = rendering.list().address();
        Headers named = inUniversalTime(headers, rendering)
                .plus("From", EncodedWords.phrase(rendering.list().settings().name()) + " <" + list + ">")
                .plus("To", list.toString())
                .plus("Reply-To", answersTo(rendering))
                .plus("Message-ID", messageId(rendering));
        List<String> answered = MessageIds.answered(message.headers()).stream()
                .filter(it -> it.endsWith("@" + list.domain() + ">"))
                .toList();
        if (!answered.isEmpty()) {
            named = named.plus("In-Reply-To", answered.get(0)).plus("References", String.join(" ", reversed(answered)));
        }
        return withoutCards(message.with(named), 0).orElse(message.with(named));
    }

    @Override
    public boolean isMandatory() {
        return true;
    }

    @Override
    public boolean isOptional() {
        return false;
    }

    /** Names the post as its page does, so that answers to it find their thread. */
    private static String messageId(Rendering rendering) {
        return "<" + rendering.post().id() + "@" + rendering.list().address().domain() + ">";
    }

    private static String answersTo(Rendering rendering) {
        String other = rendering.chosen(TransformSettings.REPLY_TO_ADDRESS);
        return rendering.chosen(TransformSettings.REPLY_TO) == ReplyTo.ADDRESS && !other.isEmpty()
                ? other
                : rendering.list().address().toString();
    }

    private static boolean isKept(HeaderField field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return KEPT.contains(name) || name.startsWith("content-") && !name.equals("content-id");
    }

    /** The author's time zone tells where the author is. */
    private static Headers inUniversalTime(Headers headers, Rendering rendering) {
        ZonedDateTime date = date(headers.value("Date"))
                .orElseGet(() -> rendering.now().atZone(ZoneOffset.UTC))
                .withZoneSameInstant(ZoneOffset.UTC);
        return headers.replace(HeaderField.of("Date", DATE.format(date)));
    }

    private static Optional<ZonedDateTime> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(
                    text.replaceAll("\\s*\\(.*\\)\\s*$", ""), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Empty when there is nothing to change. */
    private static Optional<Message> withoutCards(Message part, int depth) {
        if (depth > DEEPEST || !part.contentType().isMultipart()) {
            return Optional.empty();
        }
        return Multipart.read(part).flatMap(it -> withoutCards(part, it, depth));
    }

    private static Optional<Message> withoutCards(Message part, Multipart multipart, int depth) {
        if (part.contentType().is("multipart/signed")) {
            Message signed = multipart.parts().get(0);
            return Optional.of(replaced(part, withoutCards(signed, depth + 1).orElse(signed)));
        }
        Multipart changed = multipart;
        for (int i = multipart.parts().size() - 1; i >= 0; i--) {
            Message each = multipart.parts().get(i);
            if (CARDS.contains(each.contentType().mimeType()) && changed.parts().size() > 1) {
                changed = changed.without(i);
            } else {
                int index = i;
                Multipart before = changed;
                changed = withoutCards(each, depth + 1)
                        .map(it -> before.with(index, it))
                        .orElse(before);
            }
        }
        return changed == multipart ? Optional.empty() : Optional.of(part.withBody(changed.bytes()));
    }

    /** The content of another in the place of this one. */
    private static Message replaced(Message part, Message content) {
        Headers headers = part.headers().without(HideAuthor::isContent);
        for (HeaderField field : content.headers().fields()) {
            headers = isContent(field) ? headers.plus(field) : headers;
        }
        return part.with(headers).withBody(content.body());
    }

    private static boolean isContent(HeaderField field) {
        return field.name().toLowerCase(Locale.ROOT).startsWith("content-");
    }

    private static List<String> reversed(List<String> nearestFirst) {
        java.util.ArrayList<String> reversed = new java.util.ArrayList<>(nearestFirst);
        java.util.Collections.reverse(reversed);
        return reversed;
    }
}
