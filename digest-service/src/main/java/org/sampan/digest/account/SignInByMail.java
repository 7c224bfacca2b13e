package org.sampan.digest.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.Person;
import org.sampan.digest.mailserver.Submission;
import org.sampan.digest.newsroom.Newsroom;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.RateLimit;
import org.sampan.digest.role.Roles;
import org.sampan.digest.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Mails a sign-in link to whoever has a subscription. Done behind the visitor's back, so that neither the answer nor the
 * time it takes tells who is on a list.
 */
@Component
final class SignInByMail implements DisposableBean {
    static final Duration VALID = Duration.ofMinutes(15);
    private static final Logger LOGGER = LoggerFactory.getLogger(SignInByMail.class);
    private static final int MOST_WAITING = 200;

    private final RateLimit mailsToOneAddress = new RateLimit(3, VALID);
    private final ExecutorService worker = worker();
    private final SecureRandom random = new SecureRandom();
    private final MailServer mailServer;
    private final Submission submission;
    private final SignInLinks links;
    private final SignInMail mail;
    private final Roles roles;
    private final Newsroom newsroom;
    private final Clock clock;

    SignInByMail(
            MailServer mailServer,
            Submission submission,
            SignInLinks links,
            Messages messages,
            Settings settings,
            Roles roles,
            Newsroom newsroom,
            Clock clock) {
        this.mailServer = mailServer;
        this.submission = submission;
        this.links = links;
        this.mail = new SignInMail(messages, settings);
        this.clock = clock;
        this.roles = roles;
        this.newsroom = newsroom;
    }

    /** Returns at once; what follows is seen in the mailbox only. */
    void send(SignInLink link, Locale language) {
        worker.execute(() -> sendIfKnown(link, language));
    }

    @Override
    public void destroy() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            worker.shutdownNow();
        }
    }

    private void sendIfKnown(SignInLink link, Locale language) {
        try {
            proven(link.email())
                    .filter(known -> mailsToOneAddress.admits(link.email().text()))
                    .ifPresent(known -> send(link, known, language));
        } catch (RuntimeException failure) {
            LOGGER.error("event=sign-in-mail-failed failure={}", failure.toString());
        }
    }

    /** As it is written on a list; who is on none may look after one, or work in the newsroom. */
    private Optional<EmailAddress> proven(EmailAddress email) {
        return mailServer
                .person(email)
                .filter(known -> !known.subscriptions().isEmpty())
                .map(Person::email)
                .or(() ->
                        newsroom.isOpenTo(email) || roles.looksAfterAny(email) ? Optional.of(email) : Optional.empty());
    }

    private void send(SignInLink link, EmailAddress proven, Locale language) {
        SignInToken token = SignInToken.random(random);
        Instant now = clock.instant();
        links.keep(token, new SignInLink(proven, link.next()), now, now.plus(VALID));
        submission.submit("", List.of(proven.text()), mail.write(proven, token, language, now));
        LOGGER.info("event=sign-in-mail-sent");
    }

    private static ExecutorService worker() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                work -> new Thread(work, "sign-in-mail"),
                (work, pool) -> LOGGER.warn("event=sign-in-mail-dropped reason=too-many-waiting"));
    }
}
