package org.sampan.mailserver.notice;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices written with the operator's templates and sent through the delivery ledger; what comes back names the delivery. */
public final class LedgerNotices implements Notices {
    private static final Logger LOGGER = LoggerFactory.getLogger(LedgerNotices.class);
    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int MARKER_LENGTH = 16;
    private static final int TOKEN_LENGTH = 24;
    private static final String ONLY_VARIANT = "";

    private final LetterWriter writer;
    private final Deliveries deliveries;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    LedgerNotices(LetterWriter writer, Deliveries deliveries, Settings settings, Clock clock) {
        this.writer = writer;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public long send(Notice notice) {
        Instant now = clock.instant();
        byte[] message = NoticeMessage.of(notice, writer.write(notice), randomText(TOKEN_LENGTH), now);
        String marker = randomText(MARKER_LENGTH);
        EmailAddress bounces = notice.list().address().at(Role.BOUNCES, marker + Outgoing.VERP);
        long delivery = deliveries.send(
                notice.recipient(),
                Optional.of(notice.list()),
                new Outgoing(
                        bounces.written(),
                        marker,
                        Map.of(ONLY_VARIANT, message),
                        ONLY_VARIANT,
                        now.plus(settings.delivery().expire())));
        LOGGER.info(
                "event=notice list={} kind={}",
                notice.list().id(),
                notice.content().kind());
        return delivery;
    }

    private String randomText(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
