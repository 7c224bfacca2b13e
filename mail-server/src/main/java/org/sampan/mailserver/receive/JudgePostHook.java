package org.sampan.mailserver.receive;

import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.post.PostJudge;
import org.sampan.mailserver.post.ReasonTexts;
import org.sampan.mailserver.post.Verdict;
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
    private final ReasonTexts texts;

    @Inject
    public JudgePostHook(PostAttributes attributes, PostJudge judge, ReasonTexts texts) {
        this.attributes = attributes;
        this.judge = judge;
        this.texts = texts;
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        try {
            Message message = PostAttributes.message(mail);
            PostAttributes.keepRawHeaders(mail, message);
            return answer(mail, envelope(session, mail), message);
        } catch (MessagingException | RuntimeException trouble) {
            LOGGER.error("event=judge-trouble session={}", session.getSessionID(), trouble);
            return Replies.tryAgain();
        }
    }

    private HookResult answer(Mail mail, Envelope envelope, Message message) {
        for (MailAddress recipient : mail.getRecipients()) {
            Optional<MailingList> list = PostAttributes.address(recipient).flatMap(attributes::listOf);
            if (list.isPresent()) {
                Post post = Post.of(list.get(), envelope, message);
                if (judge.judge(post) instanceof Verdict.Reject reject) {
                    return refuse(post, reject);
                }
            }
        }
        return Replies.next();
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
    private static Envelope envelope(SMTPSession session, Mail mail) {
        return new Envelope(
                PostAttributes.envelope(mail).sender(),
                Optional.ofNullable(session.getUsername()).map(it -> it.asString()));
    }
}
