package org.sampan.mailserver.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.MessagingException;
import javax.mail.internet.MimeUtility;
import org.sampan.mailserver.post.ContentType;
import org.sampan.mailserver.post.Message;

/** What a person would read of a report first, as plain text. */
final class ReadableText {
    private static final int LONGEST = 12_000;
    private static final int MOST_BLANK_LINES = 3;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern INVISIBLE = Pattern.compile("(?is)<(style|script|head)\\b.*?</\\1>|<!--.*?-->");
    private static final Pattern LINE = Pattern.compile("(?i)<(?:br|/?p|/?div|/?tr|/td|/?li|/?h\\d|hr)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|(lt|gt|amp|quot|nbsp));");

    private ReadableText() {}

    /** The first plain text, else the first HTML without its tags; lines ended by {@code \n}, not longer than a person reads. */
    static String of(Message mail) {
        List<Message> parts = ReportParts.of(mail).toList();
        return parts.stream()
                .filter(it -> it.contentType().mimeType().equals("text/plain"))
                .findFirst()
                .or(() -> parts.stream()
                        .filter(it -> it.contentType().mimeType().equals("text/html"))
                        .findFirst())
                .map(ReadableText::ofPart)
                .orElseGet(() -> parts.isEmpty() ? tidy(cut(text(mail.body(), mail.contentType()))) : "");
    }

    /** The body without its transfer encoding; as it is where that is broken. */
    static byte[] decoded(Message part) {
        byte[] body = part.body();
        String encoding = part.transferEncoding();
        if (!encoding.equals("base64") && !encoding.equals("quoted-printable")) {
            return body;
        }
        try {
            return MimeUtility.decode(new ByteArrayInputStream(body), encoding).readAllBytes();
        } catch (IOException | MessagingException broken) {
            return body;
        }
    }

    private static String ofPart(Message part) {
        String text = text(decoded(part), part.contentType());
        return tidy(cut(part.contentType().mimeType().equals("text/html") ? withoutTags(text) : text));
    }

    /** Patterns that look over line ends take time by the square of blank lines, of which a stranger may send thousands. */
    private static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        int blank = 0;
        for (String line : text.split("\n", -1)) {
            blank = line.isBlank() ? blank + 1 : 0;
            if (blank <= MOST_BLANK_LINES) {
                tidy.append(line.stripTrailing()).append('\n');
            }
        }
        return tidy.toString();
    }

    private static String withoutTags(String html) {
        String text = INVISIBLE.matcher(cut(html)).replaceAll("");
        text = LINE.matcher(text.replaceAll("\\s+", " ")).replaceAll("\n");
        return ENTITY.matcher(TAG.matcher(text).replaceAll(""))
                .replaceAll(it -> Matcher.quoteReplacement(character(it.group(1), it.group(2))));
    }

    private static String character(@org.jspecify.annotations.Nullable String number, String name) {
        if (number != null) {
            int point = Integer.parseInt(number);
            return Character.isValidCodePoint(point) ? Character.toString(point) : "?";
        }
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            default -> " ";
        };
    }

    private static String text(byte[] bytes, ContentType type) {
        String name = type.parameter("charset").orElse("").toLowerCase(Locale.ROOT);
        return new String(bytes, charset(name, bytes))
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ');
    }

    /** Senders that name none, or one of the older Chinese sets, mean UTF-8 or GB18030. */
    private static Charset charset(String name, byte[] bytes) {
        try {
            if (name.startsWith("gb")) {
                return GB18030;
            }
            if (!name.isEmpty() && !name.equals("us-ascii")) {
                return Charset.forName(name);
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return guess(bytes);
        }
        return guess(bytes);
    }

    private static Charset guess(byte[] bytes) {
        for (Charset each : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                each.newDecoder().decode(ByteBuffer.wrap(bytes));
                return each;
            } catch (CharacterCodingException isNot) {
                continue;
            }
        }
        return StandardCharsets.ISO_8859_1;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
