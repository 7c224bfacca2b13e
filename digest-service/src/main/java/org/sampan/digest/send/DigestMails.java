package org.sampan.digest.send;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.sampan.digest.listdigest.DigestText;
import org.sampan.digest.listdigest.Gathered;
import org.sampan.digest.listdigest.ListDigest;
import org.sampan.digest.mailserver.MailingList;

/** Composes digests of list traffic; the same input gives the same bytes. */
final class DigestMails {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Of all that posts as they are may lie in (RFC 2045 section 6.4). */
    private static final String EIGHT_BIT = "8bit";

    private static final String ENCODING = "Content-Transfer-Encoding";

    /** What a mail in a digest keeps of its header (RFC 2046 section 5.1.5): what is needed to read and to answer it. */
    private static final Set<String> KEPT = Set.of(
            "from",
            "to",
            "cc",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "mime-version");

    private DigestMails() {}

    /** @param domain of the Message-ID */
    static MimeMessage compose(
            ListDigest digest, MailingList list, DigestText text, List<Gathered> posts, String domain) {
        try {
            NamedMessage message = new NamedMessage(Optional.of(digest.messageId(domain)));
            message.setFrom(new InternetAddress(request(list), text.title(), UTF_8));
            message.setRecipient(
                    Message.RecipientType.TO, new InternetAddress(list.address().text()));
            message.setReplyTo(
                    new InternetAddress[] {new InternetAddress(list.address().text())});
            message.setSubject(text.subject(), UTF_8);
            message.setHeader("Date", text.date());
            message.setHeader("X-Sampan-Audience", digest.audience());
            message.setHeader("Content-Language", list.language());
            switch (digest.content().mode()) {
                case DAILY, WEEKLY -> {
                    message.setContent(mime(digest, list, text, posts));
                    message.setHeader(ENCODING, EIGHT_BIT);
                }
                case TITLES -> MailText.put(message, text.titles(posts));
                default -> MailText.put(message, text.whole(posts, list.maxBytes() / 2));
            }
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("the digest cannot be composed", e);
        }
    }

    private static MimeMultipart mime(ListDigest digest, MailingList list, DigestText text, List<Gathered> posts)
            throws MessagingException {
        String mark = mark(digest, posts);
        MimeBodyPart preamble = new MimeBodyPart();
        MailText.put(preamble, text.preamble(posts));
        SteadyMultipart messages = new SteadyMultipart("digest", "posts-" + mark);
        long room = list.maxBytes() * 9 / 10;
        for (Gathered each : posts) {
            boolean fits = each.message().length <= room;
            room -= fits ? each.message().length : 0;
            messages.with(part(fits ? slim(each.message()) : stub(each)));
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(messages);
        body.setHeader(ENCODING, EIGHT_BIT);
        return new SteadyMultipart("mixed", "digest-" + mark).with(preamble).with(body);
    }

    /** Made from all that is in it, so that nobody who posts can foresee the boundary and write it. */
    private static String mark(ListDigest digest, List<Gathered> posts) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(digest.toString().getBytes(StandardCharsets.UTF_8));
            posts.forEach(it -> hash.update(it.message()));
            return HexFormat.of().formatHex(hash.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MimeBodyPart part(MimeMessage message) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(message, "message/rfc822");
        part.setHeader("Content-Type", "message/rfc822");
        part.setHeader(ENCODING, EIGHT_BIT);
        return part;
    }

    private static MimeMessage slim(byte[] raw) throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        Set<String> unwanted = Collections.list(message.getAllHeaders()).stream()
                .map(it -> it.getName().toLowerCase(Locale.ROOT))
                .filter(it -> !KEPT.contains(it) && !it.startsWith("content-"))
                .collect(Collectors.toSet());
        for (String name : unwanted) {
            message.removeHeader(name);
        }
        return message;
    }

    /** A post that is too big for the digest is named and can be read in the archive. */
    private static MimeMessage stub(Gathered big) throws MessagingException {
        NamedMessage message = new NamedMessage(Optional.of(big.post().messageId()));
        MimeMessage original = slim(big.message());
        for (String name : List.of("From", "Subject", "Date")) {
            String[] values = original.getHeader(name);
            if (values != null) {
                message.setHeader(name, values[0]);
            }
        }
        message.setText(big.post().permalink() + "\n", UTF_8);
        message.saveChanges();
        return message;
    }

    private static String request(MailingList list) {
        String address = list.address().text();
        return list.address().name() + "-request" + address.substring(address.indexOf('@'));
    }
}
