package org.sampan.console.catcher;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A mail as a mail program would show it: its text, its HTML, its attachments. Broken parts show as text rather than not at all. */
final class MailReading {

    private final MimeMessage message;
    private final List<Attachment> attachments = new ArrayList<>();
    /** Images the HTML shows, by Content-ID. */
    private final Map<String, Attachment> inline = new LinkedHashMap<>();

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private boolean hasHtml;

    private MailReading(MimeMessage message) {
        this.message = message;
    }

    static MailReading of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MailReading reading = new MailReading(new MimeMessage(Session.getInstance(new Properties()), in));
            reading.read(reading.message);
            return reading;
        } catch (MessagingException e) {
            throw new IOException("no message: " + file, e);
        }
    }

    /** The first line of that name, decoded; empty when there is none. */
    String header(String name) throws IOException {
        try {
            String[] values = message.getHeader(name);
            return values == null ? "" : HeaderText.decode(values[0]);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    String text() {
        return text.toString();
    }

    /** Empty when the mail has no HTML. Images of the mail stand in it as {@code data:} URLs. */
    Optional<String> html() {
        if (!hasHtml) {
            return Optional.empty();
        }
        String page = html.toString();
        for (Map.Entry<String, Attachment> image : inline.entrySet()) {
            String content = Base64.getEncoder().encodeToString(image.getValue().content());
            page = page.replace(
                    "cid:" + image.getKey(), "data:" + image.getValue().contentType() + ";base64," + content);
        }
        return Optional.of(page);
    }

    List<Attachment> attachments() {
        return attachments;
    }

    private void read(Part part) throws IOException, MessagingException {
        ContentType type = type(part);
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (type.match("multipart/alternative") && part.getContent() instanceof Multipart choices) {
            readAlternative(choices);
        } else if (type.match("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i));
            }
        } else if (!attached && type.match("text/html")) {
            hasHtml = true;
            html.append(string(part, type));
        } else if (!attached && type.match("text/plain")) {
            String words = string(part, type);
            text.append(words);
            html.append(Html.of("<pre style='white-space:pre-wrap;font:inherit'>{}</pre>", words)
                    .markup());
        } else {
            keep(part, type);
        }
    }

    /** The last choice is the richest (RFC 2046, section 5.1.4); the plain one is for those who want it plain. */
    private void readAlternative(Multipart choices) throws IOException, MessagingException {
        for (int i = 0; i < choices.getCount(); i++) {
            BodyPart choice = choices.getBodyPart(i);
            if (type(choice).match("text/plain")) {
                text.append(string(choice, type(choice)));
            } else {
                int textBefore = text.length();
                read(choice);
                text.setLength(textBefore);
            }
        }
    }

    private void keep(Part part, ContentType type) throws IOException, MessagingException {
        String id = part instanceof MimePart mime
                ? Optional.ofNullable(mime.getContentID()).orElse("")
                : "";
        String name = Optional.ofNullable(part.getFileName())
                .map(HeaderText::decode)
                .orElse(
                        type.match("message/rfc822")
                                ? "message.eml"
                                : "part-" + (attachments.size() + inline.size() + 1));
        Attachment file = new Attachment(name, type.getBaseType().toLowerCase(Locale.ROOT), bytes(part));
        if (!id.isEmpty() && type.match("image/*")) {
            inline.put(id.replaceAll("[<>]", ""), file);
        } else {
            attachments.add(file);
        }
    }

    private static String string(Part part, ContentType type) throws IOException, MessagingException {
        return Charsets.decode(
                bytes(part), Optional.ofNullable(type.getParameter("charset")).orElse(""));
    }

    private static byte[] bytes(Part part) throws IOException, MessagingException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }

    private static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(Optional.ofNullable(part.getContentType()).orElse("text/plain"));
        } catch (ParseException e) {
            return new ContentType("text", "plain", null);
        }
    }
}
