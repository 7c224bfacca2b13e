package org.sampan.digest.portal;

import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.digest.mailserver.SubmissionCatcher;

/** Finds the link in the sign-in mail that was sent last. */
public final class SignInMails {
    private static final Pattern LINK = Pattern.compile("http://news\\.example(/account/sign-in/[A-Za-z0-9_-]{43})\\R");

    private SignInMails() {}

    public static String textIn(SubmissionCatcher submission) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !texts(submission).isEmpty());
        List<String> texts = texts(submission);
        return texts.get(texts.size() - 1);
    }

    public static String linkIn(SubmissionCatcher submission) {
        Matcher link = LINK.matcher(textIn(submission));
        if (!link.find()) {
            throw new AssertionError("no link in the mail");
        }
        return link.group(1);
    }

    /** Of sign-in mails alone: editors are written to about other things meanwhile. */
    private static List<String> texts(SubmissionCatcher submission) {
        return submission.caught().stream()
                .map(SignInMails::text)
                .filter(text -> LINK.matcher(text).find())
                .toList();
    }

    private static String text(SubmissionCatcher.Caught mail) {
        try {
            return mail.message().getContent().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
