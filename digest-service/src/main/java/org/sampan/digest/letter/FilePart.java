package org.sampan.digest.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one part of a message leniently: what a header says wrongly is left out instead of failing. */
final class FilePart {
    private static final Pattern PATH = Pattern.compile("[1-9][0-9]{0,3}(?:\\.[1-9][0-9]{0,3}){0,19}");
    private static final int LONGEST_NAME = 150;

    private FilePart() {}

    /** The part at a path such as {@code 1.2}, seen from the whole message, which is {@code 1}. */
    static Optional<FileContent> find(Part message, String path) throws MessagingException {
        if (!PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        Part part = message;
        String[] steps = path.split("\\.", -1);
        for (int depth = 1; depth < steps.length; depth++) {
            Optional<Part> child = child(part, Integer.parseInt(steps[depth]));
            if (child.isEmpty()) {
                return Optional.empty();
            }
            part = child.get();
        }
        byte[] content = bytes(part);
        return multipart(part).isPresent()
                ? Optional.empty()
                : Optional.of(new FileContent(describe(part, path, content.length), content));
    }

    static Letter.AttachedFile describe(Part part, String path, long bytes) {
        return new Letter.AttachedFile(path, name(part), type(part), bytes);
    }

    /** Lower case, without parameters; {@code application/octet-stream} when it cannot be read. */
    static String type(Part part) {
        return contentType(part)
                .map(type -> type.getBaseType().toLowerCase(Locale.ROOT))
                .orElseGet(() -> plainOrBytes(part));
    }

    static String parameter(Part part, String name) {
        String value = contentType(part).map(type -> type.getParameter(name)).orElse(null);
        return value == null ? "" : value;
    }

    static String header(Part part, String name) {
        try {
            String[] values = part.getHeader(name);
            return values == null ? "" : values[0].strip();
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    static boolean isAttachment(Part part) {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        } catch (MessagingException unreadable) {
            return true;
        }
    }

    static Optional<Multipart> multipart(Part part) {
        try {
            return part.isMimeType("multipart/*")
                            && part.getContent() instanceof Multipart parts
                            && parts.getCount() > 0
                    ? Optional.of(parts)
                    : Optional.empty();
        } catch (MessagingException | IOException broken) {
            return Optional.empty();
        }
    }

    /** Decoded; as it stands when its transfer encoding is unknown. */
    static byte[] bytes(Part part) {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (MessagingException | IOException | RuntimeException undecodable) {
            return raw(part);
        }
    }

    private static byte[] raw(Part part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            part.writeTo(out);
        } catch (MessagingException | IOException broken) {
            return new byte[0];
        }
        return out.toByteArray();
    }

    private static Optional<Part> child(Part part, int number) throws MessagingException {
        Optional<Multipart> parts = multipart(part);
        if (parts.isPresent()) {
            return number <= parts.get().getCount()
                    ? Optional.of(parts.get().getBodyPart(number - 1))
                    : Optional.empty();
        }
        return number == 1 ? nested(part) : Optional.empty();
    }

    /** The message inside a message/rfc822 part. */
    static Optional<Part> nested(Part part) {
        try {
            return part.isMimeType("message/rfc822") && part.getContent() instanceof Part inner
                    ? Optional.of(inner)
                    : Optional.empty();
        } catch (MessagingException | IOException broken) {
            return Optional.empty();
        }
    }

    private static Optional<ContentType> contentType(Part part) {
        try {
            String text = part instanceof MimePart ? part.getContentType() : null;
            return Optional.ofNullable(text == null ? null : new ContentType(text));
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    private static String plainOrBytes(Part part) {
        return header(part, "Content-Type").toLowerCase(Locale.ROOT).startsWith("text/")
                ? "text/plain"
                : "application/octet-stream";
    }

    private static String name(Part part) {
        String name = decoded(rawName(part))
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\"]", "")
                .strip();
        String shown = name.isEmpty() ? defaultName(part) : name;
        return shown.length() > LONGEST_NAME ? shown.substring(shown.length() - LONGEST_NAME) : shown;
    }

    private static @Nullable String rawName(Part part) {
        try {
            return part.getFileName();
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    private static String decoded(@Nullable String name) {
        try {
            return name == null ? "" : MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException unknownCharset) {
            return String.valueOf(name);
        }
    }

    private static String defaultName(Part part) {
        return switch (type(part)) {
            case "message/rfc822" -> "message.eml";
            case "text/html" -> "text.html";
            case "text/plain" -> "text.txt";
            case "text/calendar" -> "invitation.ics";
            default -> "file";
        };
    }
}
