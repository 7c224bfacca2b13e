package org.sampan.digest.collect;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.mail2.jakarta.util.MimeMessageParser;
import org.jsoup.Jsoup;
import org.sampan.digest.clipping.ClippingFile;

/**
 * An article that somebody has sent by mail: as a mail attached to theirs, forwarded, typed, or only its address.
 *
 * @param html not cleaned
 * @param author the name of who wrote the mail, unless it was only passed on
 * @param onlyLink the mail is an address and hardly a word more
 */
record MailedArticle(
        String title,
        String html,
        Optional<String> author,
        Optional<Instant> sentAt,
        Optional<URI> onlyLink,
        List<ClippingFile> files) {
    private static final Pattern FORWARD_MARKS =
            Pattern.compile("(?i)^\\s*((fwd?|tr|wg|rv|enc|转发|chuyển tiếp|ส่งต่อ)\\s*[:：]\\s*)+");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]{4,2000}");
    /** More words than this around an address are an article of their own. */
    private static final int MOST_AROUND_A_LINK = 200;

    /** What is longer is no title, and a pattern that repeats a group uses the stack for each time. */
    private static final int LONGEST_TITLE = 500;

    private static final int DEEPEST = 3;

    /** At least one. A mail that cannot be read is an article without text, the mail itself its file. */
    static List<MailedArticle> in(byte[] mail) {
        try {
            return in(mail, 1);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return List.of(new MailedArticle(
                    "A mail that could not be read",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(new ClippingFile("message.eml", "message/rfc822", mail))));
        }
    }

    private static List<MailedArticle> in(byte[] mail, int depth) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        MimeMessageParser parts = new MimeMessageParser(message).parse();
        List<MailedArticle> attached = new ArrayList<>();
        List<ClippingFile> files = new ArrayList<>();
        for (DataSource part : parts.getAttachmentList()) {
            byte[] bytes = bytes(part);
            if (part.getContentType().startsWith("message/rfc822") && depth < DEEPEST) {
                attached.addAll(in(bytes, depth + 1));
            } else {
                files.add(new ClippingFile(name(part), type(part), bytes));
            }
        }
        return attached.isEmpty() ? List.of(article(message, parts, files)) : attached;
    }

    private static MailedArticle article(MimeMessage message, MimeMessageParser parts, List<ClippingFile> files)
            throws MessagingException {
        String subject = Optional.ofNullable(message.getSubject()).orElse("").strip();
        String title = FORWARD_MARKS
                .matcher(subject.substring(0, Math.min(subject.length(), LONGEST_TITLE)))
                .replaceFirst("");
        String plain = Optional.ofNullable(parts.getPlainContent())
                .filter(text -> !text.isBlank())
                .orElseGet(() -> text(parts));
        Optional<ForwardedText> forwarded = ForwardedText.in(plain);
        return new MailedArticle(
                forwarded.flatMap(ForwardedText::subject).orElse(title),
                forwarded.map(ForwardedText::html).orElseGet(() -> html(parts, plain)),
                forwarded.isPresent() ? forwarded.get().from() : author(message),
                forwarded.isPresent()
                        ? forwarded.get().sentAt()
                        : Optional.ofNullable(message.getSentDate()).map(Date::toInstant),
                onlyLink(plain),
                List.copyOf(files));
    }

    private static String html(MimeMessageParser parts, String plain) {
        return Optional.ofNullable(parts.getHtmlContent())
                .filter(html -> !html.isBlank())
                .orElseGet(() -> ForwardedText.paragraphs(plain));
    }

    private static String text(MimeMessageParser parts) {
        return Jsoup.parse(Optional.ofNullable(parts.getHtmlContent()).orElse(""))
                .wholeText();
    }

    private static Optional<URI> onlyLink(String text) {
        String said = text.replaceAll("(?s)\\R-- ?\\R.*", "").strip();
        Matcher links = LINK.matcher(said);
        if (!links.find() || said.length() - links.group().length() > MOST_AROUND_A_LINK) {
            return Optional.empty();
        }
        String link = links.group().replaceAll("[.,;:!?)\\]]+$", "");
        return links.find() ? Optional.empty() : CanonicalLink.of(link, link);
    }

    private static Optional<String> author(MimeMessage message) throws MessagingException {
        return Stream.of(Optional.ofNullable(message.getFrom()).orElse(new InternetAddress[0]))
                .filter(InternetAddress.class::isInstance)
                .map(InternetAddress.class::cast)
                .map(InternetAddress::getPersonal)
                .filter(name -> name != null && !name.isBlank())
                .findFirst();
    }

    private static byte[] bytes(DataSource part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static String name(DataSource part) {
        String name = Optional.ofNullable(part.getName())
                .orElse("")
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\"]", "")
                .strip();
        return name.isEmpty() ? "file" : name;
    }

    private static String type(DataSource part) {
        return part.getContentType().replaceAll("(?s);.*|\\p{Cntrl}", "").strip();
    }
}
