package org.sampan.mailserver.transform;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sampan.mailserver.post.Author;
import org.sampan.mailserver.post.EncodedWords;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.MessageIds;

/** Adds what every mail must have and this one has not: Message-ID, Date, From (RFC 5322 section 3.6). */
final class CompleteHeaders implements Transformation {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    @Override
    public Message apply(Message message, Rendering rendering) {
        Headers headers = message.headers();
        if (!MessageIds.isPresent(headers)) {
            headers = headers.replace(
                    HeaderField.of("Message-ID", rendering.post().messageId()));
        }
        if (headers.value("Date").isEmpty()) {
            headers = headers.replace(
                    HeaderField.of("Date", DATE.format(rendering.now().atOffset(ZoneOffset.UTC))));
        }
        if (headers.value("From").isEmpty() && rendering.post().author().isPresent()) {
            headers = headers.replace(
                    HeaderField.of("From", from(rendering.post().author().get())));
        }
        return message.with(headers);
    }

    @Override
    public boolean isOptional() {
        return false;
    }

    private static String from(Author author) {
        return (EncodedWords.phrase(author.name()) + " <"
                        + EncodedWords.encode(author.email().written()) + ">")
                .strip();
    }
}
