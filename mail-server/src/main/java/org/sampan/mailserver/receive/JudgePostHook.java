package org.sampan.mailserver.receive;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.sampan.mailserver.domain.DnsTroubleException;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.HouseFields;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.post.PostJudge;
import org.sampan.mailserver.post.ReasonTexts;
import org.sampan.mailserver.post.SenderProof;
import org.sampan.mailserver.post.Verdict;
import org.sampan.mailserver.proof.FrontServer;
import org.sampan.mailserver.proof.Handover;
import org.sampan.mailserver.proof.SenderProofs;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a post at the end of DATA, before the mail is taken: a refusal is said to the sending server and never mailed to
 * anybody. A mail to several lists is refused when one of them refuses it, since SMTP has one answer for all.
 */
public final class JudgePostHook implements JamesMessageHook {
    private static final Logger LOGGER = LoggerFactory.getLogger(JudgePostHook.class);

    private final PostAttributes attributes;
    private final PostJudge judge;
    private final FrontServer front;
    private final SenderProofs proofs;
    private final ReasonTexts texts;
    private final Wishes wishes;
    private final Settings settings;

    @Inject
    JudgePostHook(
            PostAttributes attributes,
            PostJudge judge,
            FrontServer front,
            SenderProofs proofs,
            ReasonTexts texts,
            Wishes wishes,
            Settings settings) {
        this.attributes = attributes;
        this.judge = judge;
        this.front = front;
        this.proofs = proofs;
        this.texts = texts;
        this.wishes = wishes;
        this.settings = settings;
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        try {
            Message message = cleaned(session, mail);
            List<MailingList> lists = lists(mail);
            Envelope envelope = envelope(session, mail, proof(session, mail, lists, message));
            boolean digest = mail.getRecipients().stream().anyMatch(JudgePostHook::isDigest);
            return lists.stream()
                    .map(it -> Post.of(it, envelope, message))
                    .flatMap(it -> refusal(it, digest).stream())
                    .findFirst()
                    .orElseGet(Replies::next);
        } catch (DnsTroubleException trouble) {
            LOGGER.info("event=sender-unclear session={} reason=\"{}\"", session.getSessionID(), trouble.getMessage());
            return Replies.senderUnclear();
        } catch (MessagingException | RuntimeException trouble) {
            LOGGER.error("event=judge-trouble session={}", session.getSessionID(), trouble);
            return Replies.tryAgain();
        }
    }

    /**
     * What anybody wrote about a mail's origin is taken out, so that nobody behind us believes it; and so is what only the digest
     * service has to say.
     */
    private Message cleaned(SMTPSession session, Mail mail) throws MessagingException {
        Message received = PostAttributes.message(mail);
        Headers believed = front.withoutForeignResults(received.headers(), client(session));
        Headers headers = isFromDigestService(session) ? believed : believed.without(HouseFields::isOne);
        if (headers.fields().size() < received.headers().fields().size()) {
            PostAttributes.replaceHeaders(mail, headers);
            return received.with(headers);
        }
        PostAttributes.keepRawHeaders(mail, received);
        return received;
    }

    private List<MailingList> lists(Mail mail) {
        return mail.getRecipients().stream()
                .flatMap(it -> PostAttributes.address(it).flatMap(attributes::listOf).stream())
                .toList();
    }

    /** Found out before anybody asks who is a member, and only here: later the client is gone. */
    private SenderProof proof(SMTPSession session, Mail mail, List<MailingList> lists, Message message) {
        if (session.getUsername() != null || lists.isEmpty()) {
            return SenderProof.NOT_CHECKED;
        }
        String helo = session.getAttachment(SMTPSession.CURRENT_HELO_NAME, State.Connection)
                .orElse("");
        Handover handover = new Handover(
                client(session), helo, PostAttributes.envelope(mail).sender());
        SenderProof proof = proof(lists, message, handover);
        PostAttributes.setProof(mail, proof);
        LOGGER.debug(
                "event=sender-checked session={} by={} failsDmarc={}",
                session.getSessionID(),
                proof.by(),
                proof.failsDmarc());
        return proof;
    }

    private SenderProof proof(List<MailingList> lists, Message message, Handover handover) {
        if (any(lists, PostingSettings::demandsProof)) {
            return proofs.of(message, handover, true);
        }
        if (any(lists, PostingSettings::welcomesProof)) {
            try {
                return proofs.of(message, handover, true);
            } catch (DnsTroubleException trouble) {
                LOGGER.info("event=sender-unclear reason=\"{}\"", trouble.getMessage()); // a moderator looks at it
            }
        }
        return any(lists, PostingSettings::watchesDmarc)
                ? proofs.of(message, handover, false)
                : SenderProof.NOT_CHECKED;
    }

    private static boolean any(List<MailingList> lists, Predicate<ListSettings> what) {
        return lists.stream().map(MailingList::settings).anyMatch(what);
    }

    private Optional<HookResult> refusal(Post post, boolean digest) {
        Verdict verdict = judge.judge(post);
        if (verdict instanceof Verdict.Reject reject) {
            return Optional.of(refuse(post, reject));
        }
        if (verdict instanceof Verdict.Discard) {
            return Optional.empty();
        }
        return digest && verdict instanceof Verdict.Hold
                ? Optional.of(Replies.notNow(
                        "4.7.1", post.list().address() + " is stopped; its digests wait until it goes on."))
                : wishes.refusal(post, digest);
    }

    private boolean isFromDigestService(SMTPSession session) {
        Optional<String> account = Optional.ofNullable(session.getUsername()).map(it -> it.asString());
        return HouseFields.isFromDigestService(new Envelope(Optional.empty(), account), settings.domain());
    }

    /** Held posts forget for whom they are, so digests are never held: the digest service keeps them and comes again. */
    private static boolean isDigest(MailAddress recipient) {
        return PostAttributes.address(recipient)
                .filter(PostAttributes::isDigestAddress)
                .isPresent();
    }

    private HookResult refuse(Post post, Verdict.Reject reject) {
        LOGGER.info(
                "event=refused list={} post={} status={} reason={}",
                post.list().address(),
                post.id(),
                reject.status(),
                reject.reason().code());
        LOGGER.debug(
                "event=refused post={} sender={}", post.id(), post.envelope().sender());
        return Replies.refuse(
                code(reject.status()), reject.status(), post.list().address() + ": " + texts.english(reject.reason()));
    }

    private static String code(String status) {
        return switch (status) {
            case "5.3.4", "5.4.6", "5.6.0" -> "554";
            default -> "550";
        };
    }

    /** James writes the account into the mail only after this hook. */
    private static Envelope envelope(SMTPSession session, Mail mail, SenderProof proof) {
        return new Envelope(
                PostAttributes.envelope(mail).sender(),
                Optional.ofNullable(session.getUsername()).map(it -> it.asString()),
                proof);
    }

    private static InetAddress client(SMTPSession session) {
        return session.getRemoteAddress().getAddress();
    }
}
