package org.sampan.digest.send;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sampan.digest.statement.Attachment;

/**
 * Composes mails: HTML and plain text side by side, and in several languages as {@code multipart/multilingual} (RFC
 * 8255). The same input gives the same bytes.
 */
final class Mails {
    private Mails() {}

    /** {@code versions}: at least one, the main language first. */
    static MimeMessage compose(Envelope envelope, List<Version> versions, Extras extras) {
        try {
            String mark = mark(envelope, versions);
            NamedMessage message = headed(envelope, versions.get(0), Optional.of(envelope.messageId()));
            message.setRecipient(
                    Message.RecipientType.TO,
                    new InternetAddress(envelope.list().text()));
            for (Map.Entry<String, String> field : extras.fields().entrySet()) {
                message.setHeader(field.getKey(), field.getValue());
            }
            if (versions.size() == 1) {
                message.setHeader("Content-Language", versions.get(0).language().toLanguageTag());
            }
            message.setContent(with(texts(envelope, versions, extras, mark), extras.files(), "attachments-" + mark));
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException unsound) {
            throw new IllegalStateException("cannot compose " + envelope.messageId(), unsound);
        }
    }

    private static MimeMultipart texts(Envelope envelope, List<Version> versions, Extras extras, String mark)
            throws MessagingException, UnsupportedEncodingException {
        return versions.size() == 1
                ? own(versions.get(0), extras, mark)
                : multilingual(envelope, versions, extras, mark);
    }

    /** What readers of one language alone get. */
    private static MimeMultipart own(Version version, Extras extras, String mark) throws MessagingException {
        String language = version.language().toLanguageTag();
        return with(alternative(version, mark), extras.filesOf(version.language()), "files-" + language + "-" + mark);
    }

    /** Made from all that is said, so that nothing said can contain it; a boundary must be unlike any line. */
    private static String mark(Envelope envelope, List<Version> versions) {
        try {
            byte[] said = (envelope + versions.toString()).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(said);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static NamedMessage headed(Envelope envelope, Version version, Optional<String> messageId)
            throws MessagingException, UnsupportedEncodingException {
        NamedMessage message = new NamedMessage(messageId);
        message.setFrom(
                new InternetAddress(envelope.list().text(), envelope.listName(), StandardCharsets.UTF_8.name()));
        message.setSubject(version.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(envelope.date()));
        return message;
    }

    /** Preface first, then a whole message for each language; each reader is shown the one in the reader's own. */
    private static MimeMultipart multilingual(Envelope envelope, List<Version> versions, Extras extras, String mark)
            throws MessagingException, UnsupportedEncodingException {
        SteadyMultipart all = new SteadyMultipart("multilingual", "languages-" + mark);
        MimeBodyPart preface = new MimeBodyPart();
        MailText.put(preface, versions.stream().map(Version::preface).distinct().collect(Collectors.joining("\n\n")));
        all.with(preface);
        boolean original = true;
        for (Version version : versions) {
            NamedMessage message = headed(envelope, version, Optional.empty());
            message.setContent(own(version, extras, mark));
            message.saveChanges();
            MimeBodyPart part = new MimeBodyPart();
            part.setContent(message, "message/rfc822");
            part.setHeader("Content-Type", "message/rfc822");
            part.setHeader("Content-Language", version.language().toLanguageTag());
            part.setHeader("Content-Translation-Type", original ? "original" : "human");
            part.setDisposition(MimeBodyPart.INLINE);
            all.with(part);
            original = false;
        }
        return all;
    }

    private static MimeMultipart alternative(Version version, String mark) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        MailText.put(text, version.text());
        MimeBodyPart html = new MimeBodyPart();
        MailText.putHtml(html, version.html());
        return new SteadyMultipart("alternative", "texts-" + version.language().toLanguageTag() + "-" + mark)
                .with(text)
                .with(html);
    }

    /** The texts alone when there is no file. */
    private static MimeMultipart with(MimeMultipart texts, List<Attachment> files, String boundary)
            throws MessagingException {
        if (files.isEmpty()) {
            return texts;
        }
        SteadyMultipart all = new SteadyMultipart("mixed", boundary);
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(texts);
        all.with(body);
        for (Attachment attachment : files) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.type())));
            file.setFileName(attachment.name());
            file.setDisposition(MimeBodyPart.ATTACHMENT);
            all.with(file);
        }
        return all;
    }
}
