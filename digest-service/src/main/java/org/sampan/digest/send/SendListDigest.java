package org.sampan.digest.send;

import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.listdigest.DigestText;
import org.sampan.digest.listdigest.DigestWords;
import org.sampan.digest.listdigest.Gathered;
import org.sampan.digest.listdigest.ListDigest;
import org.sampan.digest.listdigest.ListDigests;
import org.sampan.digest.listdigest.PostsOfPeriod;
import org.sampan.digest.mailserver.DigestTimes;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Submission;
import org.sampan.digest.mailserver.SubmissionFailed;
import org.sampan.digest.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Composes a digest that was decided on and hands it to the mail server for its readers. A crash in between sends it again under the
 * same Message-ID, and the mail server takes it once.
 */
@Component
public class SendListDigest {
    private static final Logger LOGGER = LoggerFactory.getLogger(SendListDigest.class);

    private final ListDigests digests;
    private final PostsOfPeriod posts;
    private final MailServer mailServer;
    private final Submission submission;
    private final Settings settings;
    private final Clock clock;

    SendListDigest(
            ListDigests digests,
            PostsOfPeriod posts,
            MailServer mailServer,
            Submission submission,
            Settings settings,
            Clock clock) {
        this.digests = digests;
        this.posts = posts;
        this.mailServer = mailServer;
        this.submission = submission;
        this.settings = settings;
        this.clock = clock;
    }

    /** Never throws for what the mail server does: what it cannot take now stays unsent for the next call. */
    public void send(ListDigest digest) {
        ListAddress address = digest.content().list();
        try {
            Optional<MailingList> list = mailServer.list(address);
            List<Gathered> gathered = posts.gathered(address, digest.content().period());
            if (list.isEmpty() || gathered.isEmpty()) {
                digests.markRefused(digest, "its list or all of its posts are gone");
                return;
            }
            submission.submit(
                    settings.submissionAccount(), List.of(digest.address()), compose(digest, list.get(), gathered));
            digests.markSent(digest, clock.instant());
            LOGGER.info("event=digest-sent list={} number={} posts={}", address, digest.number(), gathered.size());
        } catch (SubmissionFailed failure) {
            if (!failure.isTemporary()) {
                digests.markRefused(digest, String.valueOf(failure.getMessage()));
            }
            tell(digest, failure);
        } catch (RuntimeException failure) {
            tell(digest, failure);
        }
    }

    private MimeMessage compose(ListDigest digest, MailingList list, List<Gathered> gathered) {
        DigestTimes times = mailServer.digestTimes(list.address()).orElseThrow();
        DigestText text = new DigestText(
                digest,
                list,
                DigestWords.in(list.language()),
                times.zone(digest.content().zones().get(0)));
        return DigestMails.compose(digest, list, text, gathered, settings.domain());
    }

    private static void tell(ListDigest digest, RuntimeException failure) {
        LOGGER.warn(
                "event=digest-not-sent list={} number={} reason=\"{}\"",
                digest.content().list(),
                digest.number(),
                failure.getMessage());
    }
}
