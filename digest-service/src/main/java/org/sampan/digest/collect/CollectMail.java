package org.sampan.digest.collect;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingFiles;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.mailserver.WaitingMail;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes clippings of what was mailed to {@code clippings@}. A mail waits at the mail server until its articles are kept, so none is
 * lost; one met again after a crash is known by its number.
 */
@Component
public class CollectMail {
    private static final Logger LOGGER = LoggerFactory.getLogger(CollectMail.class);
    private static final String MAILBOX = "clippings";

    private final MailServer mailServer;
    private final ClipPage clipPage;
    private final ItemReader items;
    private final Clippings clippings;
    private final ClippingFiles files;
    private final String address;

    CollectMail(MailServer mailServer, ClipPage clipPage, ItemReader items, Store store, Settings settings) {
        this.mailServer = mailServer;
        this.clipPage = clipPage;
        this.items = items;
        this.clippings = store.clippings();
        this.files = store.files();
        this.address = MAILBOX + "@" + settings.domain();
    }

    /** Where articles go. */
    @Component
    record Store(Clippings clippings, ClippingFiles files) {}

    /**
     * Takes all mail that waits.
     *
     * @return how many clippings came of it
     * @throws org.sampan.digest.mailserver.MailServerUnavailable when the mail server does not answer; what was not taken waits
     */
    public int collect() {
        int kept = 0;
        for (WaitingMail waiting : mailServer.waiting(MAILBOX)) {
            kept += take(waiting);
        }
        return kept;
    }

    /** One that cannot be kept goes on waiting, and keeps no other waiting. */
    private int take(WaitingMail waiting) {
        try {
            Optional<byte[]> mail = mailServer.rawMail(MAILBOX, waiting.id());
            int kept = mail.isPresent() ? keep(waiting, MailedArticle.in(mail.get())) : 0;
            mailServer.taken(MAILBOX, waiting.id());
            return kept;
        } catch (MailServerUnavailable later) {
            throw later;
        } catch (RuntimeException | StackOverflowError failure) {
            LOGGER.error("event=mail-waits mail={} reason=\"{}\"", waiting.id(), failure.toString(), failure);
            return 0;
        }
    }

    private int keep(WaitingMail waiting, List<MailedArticle> articles) {
        int number = 0;
        for (MailedArticle article : articles) {
            number++;
            ClippingId id = page(article, waiting).orElse(null);
            if (id == null) {
                id = take(article, waiting, waiting.id() + "." + number);
            }
            files.keep(id, article.files());
            LOGGER.info("event=mail-clipped mail={} clipping={}", waiting.id(), id.value());
        }
        return number;
    }

    /** A mail that is only an address means the page behind it; one that cannot be read is kept as the mail it is. */
    private Optional<ClippingId> page(MailedArticle article, WaitingMail waiting) {
        try {
            if (article.onlyLink().isEmpty()) {
                return Optional.empty();
            }
            FoundPage page = clipPage.look(article.onlyLink().get());
            return Optional.of(clipPage.keep(isProven(waiting) ? page : page.passedOnBy(mailbox(waiting))));
        } catch (FeedProblem problem) {
            LOGGER.warn(
                    "event=clip-failed url={} reason=\"{}\"", article.onlyLink().get(), problem.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isProven(WaitingMail waiting) {
        return waiting.account() != null;
    }

    private URI mailbox(WaitingMail waiting) {
        return Origin.mailbox(address, isProven(waiting));
    }

    private ClippingId take(MailedArticle article, WaitingMail waiting, String name) {
        FeedItem item = new FeedItem(
                FeedReader.plain(article.title().isEmpty() ? waiting.subject() : article.title()),
                article.onlyLink().map(URI::toString),
                Optional.of(name),
                article.sentAt(),
                article.author().stream().toList(),
                Optional.empty(),
                List.of(),
                article.html(),
                "https://invalid.invalid/");
        Source source = Source.elsewhere(mailbox(waiting), "", Optional.empty());
        Offer offer = items.read(item, new Feed("", Optional.empty(), List.of()), source, waiting.receivedAt());
        clippings.take(offer);
        return clippings
                .findItem(source.url(), offer.item())
                .orElseThrow(() -> new IllegalStateException("a clipping that was taken is there"));
    }
}
