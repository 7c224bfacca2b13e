package org.sampan.mailserver.authorise;

import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.post.PostJudge;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Stage;
import org.sampan.mailserver.post.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a post from the spool, after it was judged in the session: the list may have changed in between, and the verdict does
 * not travel. The sender has been answered 250, so what would be refused now is held for a person to look at.
 */
public final class AuthorisePost extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(AuthorisePost.class);

    private final PostAttributes attributes;
    private final PostJudge judge;

    @Inject
    public AuthorisePost(PostAttributes attributes, PostJudge judge) {
        this.attributes = attributes;
        this.judge = judge;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Post post = attributes.requirePost(mail);
        Verdict verdict = PostAttributes.approvedBy(mail).isPresent() ? new Verdict.Accept() : judge.judge(post);
        log(post, verdict);
        apply(verdict, mail);
    }

    private static void apply(Verdict verdict, Mail mail) {
        if (verdict instanceof Verdict.Accept) {
            mail.setState(Stage.TRANSFORM.processor());
        } else if (verdict instanceof Verdict.Hold hold) {
            hold(mail, hold.reason());
        } else if (verdict instanceof Verdict.Reject reject) {
            hold(mail, reject.reason());
        } else {
            mail.setState(Mail.GHOST);
        }
    }

    private static void hold(Mail mail, Reason reason) {
        PostAttributes.hold(mail, reason);
        mail.setState(Stage.MODERATE.processor());
    }

    private static void log(Post post, Verdict verdict) {
        LOGGER.info(
                "event=judged list={} post={} verdict={} bytes={}",
                post.list().address(),
                post.id(),
                verdict,
                post.message().size());
    }
}
