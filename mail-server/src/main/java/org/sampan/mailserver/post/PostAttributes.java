package org.sampan.mailserver.post;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.RoleAddress;
import org.sampan.mailserver.membership.Audience;

/**
 * What the stages tell each other about a mail on the spool: the one place that knows the names of the attributes, and how to
 * read a James mail. Safe for many threads.
 */
public final class PostAttributes {
    private static final AttributeName RAW_HEADERS = AttributeName.of("sampan.rawHeaders");
    private static final AttributeName APPROVED_BY = AttributeName.of("sampan.approvedBy");
    private static final AttributeName HOLD_REASON = AttributeName.of("sampan.holdReason");
    private static final AttributeName SENDER_PROOF = AttributeName.of("sampan.senderProof");
    private static final AttributeName FAILURES = AttributeName.of("sampan.failures");
    private static final AttributeName MARKER = AttributeName.of("sampan.marker");
    private static final AttributeName VARIANTS = AttributeName.of("sampan.variants");
    private static final AttributeName TEXT_VARIANTS = AttributeName.of("sampan.textVariants");
    private static final AttributeName FALLBACK_LANGUAGE = AttributeName.of("sampan.fallbackLanguage");

    private final MailingLists lists;

    @Inject
    public PostAttributes(MailingLists lists) {
        this.lists = lists;
    }

    /** The post a mail with one recipient is; empty when the recipient is no list of ours. */
    public Optional<Post> post(Mail mail) throws MessagingException {
        Optional<MailingList> list = recipient(mail).flatMap(this::listOf);
        return list.isPresent() ? Optional.of(Post.of(list.get(), envelope(mail), message(mail))) : Optional.empty();
    }

    /**
     * Whom the post is for: by the list's own address who gets each post, unless the digest service names others; by its digest
     * address whom that names.
     *
     * @throws MessagingException when it names nobody
     */
    public static Audience audience(Mail mail, Post post) throws MessagingException {
        boolean digest = recipient(mail).filter(PostAttributes::isDigestAddress).isPresent();
        Optional<String> named = HouseFields.value(post, Audience.FIELD);
        return digest
                ? named.flatMap(Audience::parse)
                        .orElseThrow(() -> new MessagingException("the digest " + mail.getName() + " is for nobody"))
                : named.flatMap(Audience::parseOfPost).orElse(Audience.OF_EACH_POST);
    }

    public static boolean isDigestAddress(EmailAddress address) {
        return RoleAddress.parse(address)
                .flatMap(RoleAddress::role)
                .filter(ListAddress.Role.DIGEST::equals)
                .isPresent();
    }

    /** @throws MessagingException when the mail's recipient is no list of ours any more */
    public Post requirePost(Mail mail) throws MessagingException {
        return post(mail).orElseThrow(() -> new MessagingException("the list of mail " + mail.getName() + " is gone"));
    }

    /** The list a post to this address is for. */
    public Optional<MailingList> listOf(EmailAddress address) {
        return RoleAddress.parse(address)
                .filter(it -> it.role()
                        .filter(role -> role != ListAddress.Role.DIGEST)
                        .isEmpty())
                .flatMap(it -> lists.find(it.list()));
    }

    /** The one address; empty when there are more, or when it is none a list could have. */
    public static Optional<EmailAddress> recipient(Mail mail) {
        return mail.getRecipients().size() == 1
                ? address(mail.getRecipients().iterator().next())
                : Optional.empty();
    }

    public static Optional<EmailAddress> address(MailAddress address) {
        return EmailAddress.parse(address.asString());
    }

    public static Envelope envelope(Mail mail) {
        return new Envelope(
                mail.getMaybeSender().asOptional().flatMap(PostAttributes::address),
                AttributeUtils.getValueAndCastFromMail(mail, Mail.SMTP_AUTH_USER, String.class),
                proof(mail));
    }

    /** The mail comes from whom the envelope names, also when it is put on the spool again. */
    static void setAccount(Mail mail, Envelope envelope) {
        envelope.account()
                .ifPresent(it -> mail.setAttribute(new Attribute(Mail.SMTP_AUTH_USER, AttributeValue.of(it))));
    }

    /** As received, see {@link #keepRawHeaders}. */
    public static Message message(Mail mail) throws MessagingException {
        Message message = Message.parse(bytes(mail));
        return AttributeUtils.getValueAndCastFromMail(mail, RAW_HEADERS, byte[].class)
                .map(raw -> message.with(Message.parse(raw).headers()))
                .orElse(message);
    }

    /** From here on the mail has these headers, whatever it came with. */
    public static void replaceHeaders(Mail mail, Headers headers) {
        mail.setAttribute(new Attribute(RAW_HEADERS, AttributeValue.of(headers.bytes())));
    }

    /** James writes headers to its queue as ASCII; raw 8-bit ones would become question marks. They travel beside the mail. */
    public static void keepRawHeaders(Mail mail, Message message) {
        byte[] raw = message.headers().bytes();
        if (!isAscii(raw)) {
            mail.setAttribute(new Attribute(RAW_HEADERS, AttributeValue.of(raw)));
        }
    }

    /** A moderator let the post pass; the rules have nothing more to say. */
    public static void approve(Mail mail, String moderator) {
        mail.setAttribute(new Attribute(APPROVED_BY, AttributeValue.of(moderator)));
    }

    public static Optional<String> approvedBy(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, APPROVED_BY, String.class);
    }

    public static void hold(Mail mail, Reason reason) {
        mail.setAttribute(new Attribute(HOLD_REASON, AttributeValue.of(reason.stored())));
    }

    public static Optional<Reason> holdReason(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, HOLD_REASON, String.class)
                .map(Reason::parse);
    }

    /** What was found out about the sender in the SMTP session. */
    public static void setProof(Mail mail, SenderProof proof) {
        mail.setAttribute(new Attribute(SENDER_PROOF, AttributeValue.of(proof.stored())));
    }

    private static SenderProof proof(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, SENDER_PROOF, String.class)
                .map(SenderProof::parse)
                .orElse(SenderProof.NOT_CHECKED);
    }

    public static void setCopies(Mail mail, Copies copies) {
        mail.setAttribute(new Attribute(MARKER, AttributeValue.of(copies.marker())));
        mail.setAttribute(new Attribute(VARIANTS, kept(copies.variants())));
        mail.setAttribute(new Attribute(TEXT_VARIANTS, kept(copies.textVariants())));
        mail.setAttribute(new Attribute(FALLBACK_LANGUAGE, AttributeValue.of(copies.fallbackLanguage())));
    }

    /** @throws MessagingException when the mail has not been through transform */
    public static Copies copies(Mail mail) throws MessagingException {
        String marker = required(mail, MARKER, String.class);
        String fallback = required(mail, FALLBACK_LANGUAGE, String.class);
        return new Copies(
                marker,
                messages(required(mail, VARIANTS, Map.class)),
                messages(required(mail, TEXT_VARIANTS, Map.class)),
                fallback);
    }

    private static AttributeValue<?> kept(Map<String, byte[]> byLanguage) {
        Map<String, AttributeValue<?>> values = new HashMap<>();
        byLanguage.forEach((language, message) -> values.put(language, AttributeValue.of(message)));
        return AttributeValue.of(values);
    }

    @SuppressWarnings("rawtypes") // as James gives it
    private static Map<String, byte[]> messages(Map values) {
        Map<String, byte[]> byLanguage = new HashMap<>();
        for (Object each : values.entrySet()) {
            Map.Entry entry = (Map.Entry) each;
            byLanguage.put((String) entry.getKey(), (byte[]) ((AttributeValue<?>) entry.getValue()).value());
        }
        return byLanguage;
    }

    /** For the spool: what was made of the post is made again when the mail is. */
    public static void removeCopies(Mail mail) {
        mail.removeAttribute(MARKER);
        mail.removeAttribute(VARIANTS);
        mail.removeAttribute(TEXT_VARIANTS);
        mail.removeAttribute(FALLBACK_LANGUAGE);
    }

    /** Counts how often a mail has failed, and returns the number. */
    public static int countFailure(Mail mail) {
        int failures = AttributeUtils.getValueAndCastFromMail(mail, FAILURES, Integer.class)
                        .orElse(0)
                + 1;
        mail.setAttribute(new Attribute(FAILURES, AttributeValue.of(failures)));
        return failures;
    }

    private static <T> T required(Mail mail, AttributeName name, Class<T> type) throws MessagingException {
        return AttributeUtils.getValueAndCastFromMail(mail, name, type)
                .orElseThrow(() -> new MessagingException("mail " + mail.getName() + " has no " + name.asString()
                        + ": is transform before this mailet?"));
    }

    private static byte[] bytes(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new MessagingException("the mail " + mail.getName() + " cannot be read", e);
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }
}
