package org.sampan.mailserver.content;

import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.sampan.mailserver.post.HeaderText;
import org.sampan.mailserver.post.Message;

/**
 * A file in a message.
 *
 * @param part its number: {@code 1} the whole message, {@code 1.2} the second part of a multipart
 * @param name for people; without folders and control characters, never empty
 * @param type lower case, without parameters
 * @param entity the part as it stands in the message
 */
public record AttachedFile(String part, String name, String type, Message entity) {
    private static final int LONGEST_NAME = 150;

    static AttachedFile of(String part, Message entity) {
        String type = entity.contentType().mimeType();
        return new AttachedFile(part, name(entity).orElseGet(() -> nameOf(type)), type, entity);
    }

    /** Out of its transfer encoding; as it stands when that cannot be read. */
    public byte[] bytes() {
        return TransferCoding.decode(entity).orElseGet(entity::body);
    }

    /** Whether the part is a file to save, rather than something to read. */
    static boolean isOne(Message entity) {
        String type = entity.contentType().mimeType();
        return disposition(entity).startsWith("attachment")
                || name(entity).isPresent()
                || !type.startsWith("text/") && !type.startsWith("multipart/") && !type.startsWith("message/");
    }

    private static Optional<String> name(Message entity) {
        ContentDispositionFieldLenientImpl field =
                (ContentDispositionFieldLenientImpl) ContentDispositionFieldLenientImpl.PARSER.parse(
                        new RawField("Content-Disposition", entity.headers().value("Content-Disposition")),
                        DecodeMonitor.SILENT);
        return Optional.ofNullable(field.getFilename())
                .or(() -> entity.contentType().parameter("name"))
                .map(HeaderText::decode)
                .map(AttachedFile::withoutFolders)
                .filter(it -> !it.isEmpty());
    }

    private static String disposition(Message entity) {
        return entity.headers().value("Content-Disposition").toLowerCase(Locale.ROOT);
    }

    private static String withoutFolders(String name) {
        String bare = name.replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"]", "")
                .strip();
        return bare.length() > LONGEST_NAME ? bare.substring(bare.length() - LONGEST_NAME) : bare;
    }

    private static String nameOf(String type) {
        return switch (type) {
            case "message/rfc822" -> "message.eml";
            case "text/html" -> "text.html";
            case "text/calendar" -> "invitation.ics";
            case "text/plain" -> "text.txt";
            default -> "file";
        };
    }
}
