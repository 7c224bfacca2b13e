package org.sampan.mailserver.migration;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.mail.internet.MailDateFormat;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;

/**
 * When an old message was received. What its Date says is believed unless the first server that took it, or the mbox, knows better:
 * a computer's clock may stand in 1970, a server's rarely. Not for several threads: it remembers the message before.
 */
final class MessageDates {
    private static final Instant FIRST_SMTP = Instant.parse("1982-01-01T00:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);
    /** A mail may have waited on a computer that was off over the weekend. */
    private static final Duration ON_ITS_WAY = Duration.ofDays(3);

    /** Reads what programs wrote before there were rules, too. */
    private final MailDateFormat format = new MailDateFormat();

    private final Instant latest;
    private Optional<Instant> before = Optional.empty();

    MessageDates(Clock clock) {
        this.latest = clock.instant().plus(A_DAY);
    }

    /**
     * @param at when it was received, as far as one can know
     * @param correction why this is not what its Date says; empty: it is
     */
    record Dated(Instant at, String correction) {}

    Dated of(Headers headers, String fromLine) {
        Dated dated = dated(headers, fromLine);
        before = Optional.of(dated.at());
        return dated;
    }

    private Dated dated(Headers headers, String fromLine) {
        Optional<Instant> said =
                headers.first("Date").flatMap(it -> parse(it.value())).filter(this::isSane);
        Optional<Instant> received = firstReceived(headers);
        Optional<Instant> putThere = FromLine.date(fromLine).filter(this::isSane);
        boolean fits = received.map(it -> said.filter(date -> areNear(date, it)).isPresent())
                .orElseGet(() -> said.filter(date -> putThere.map(it -> !date.isAfter(it.plus(ON_ITS_WAY)))
                                .orElse(true))
                        .isPresent());
        if (said.isPresent() && fits) {
            return new Dated(said.get(), "");
        }
        String wrong = wrong(headers, said);
        return received.map(it -> new Dated(it, wrong + ", the first server had it at " + it))
                .or(() -> putThere.map(it -> new Dated(it, wrong + ", the mbox had it at " + it)))
                .orElseGet(() -> new Dated(
                        before.orElse(latest.minus(A_DAY)),
                        wrong + ", it stands behind one of " + before.orElse(latest)));
    }

    private static String wrong(Headers headers, Optional<Instant> said) {
        return headers.has("Date")
                ? said.map(it -> "Date: says " + it).orElse("Date: cannot be believed")
                : "Date: is missing";
    }

    /** Servers write above one another. */
    private Optional<Instant> firstReceived(Headers headers) {
        List<HeaderField> received = headers.all("Received").toList();
        for (int i = received.size() - 1; i >= 0; i--) {
            String value = received.get(i).value();
            Optional<Instant> at =
                    parse(value.substring(value.lastIndexOf(';') + 1)).filter(this::isSane);
            if (at.isPresent()) {
                return at;
            }
        }
        return Optional.empty();
    }

    private static boolean areNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(ON_ITS_WAY) <= 0;
    }

    private boolean isSane(Instant at) {
        return at.isAfter(FIRST_SMTP) && at.isBefore(latest);
    }

    private Optional<Instant> parse(String value) {
        try {
            return Optional.of(format.parse(value.strip()).toInstant());
        } catch (ParseException notADate) {
            return Optional.empty();
        }
    }
}
