package org.sampan.digest.collect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Reception;
import org.sampan.digest.source.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/** Hands a source's items over to the clippings, many at a time; a bad one is passed over. Not for several threads. */
final class Intake {
    private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);

    /** Others wait while these are compared with what is there. */
    private static final int AT_ONCE = 50;

    private final Source source;
    private final Clippings clippings;
    private final List<Offer> waiting = new ArrayList<>();
    private final Map<Reception, Integer> receptions = new EnumMap<>(Reception.class);
    private int passedOver;

    Intake(Source source, Clippings clippings) {
        this.source = source;
        this.clippings = clippings;
    }

    /** @param offer may throw for what the item says */
    void add(Supplier<Offer> offer, String item) {
        try {
            waiting.add(offer.get());
        } catch (RuntimeException badItem) {
            passOver(item, badItem);
        }
        if (waiting.size() == AT_ONCE) {
            hand();
        }
    }

    Map<Reception, Integer> finish() {
        hand();
        return receptions;
    }

    /** Nothing was passed over. */
    boolean isWhole() {
        return passedOver == 0;
    }

    private void hand() {
        try {
            clippings.take(waiting).forEach(this::count);
        } catch (DataIntegrityViolationException oneIsBad) {
            waiting.forEach(this::handAlone);
        }
        waiting.clear();
    }

    private void handAlone(Offer offer) {
        try {
            count(clippings.take(offer));
        } catch (DataIntegrityViolationException bad) {
            passOver(offer.item(), bad);
        }
    }

    private void count(Reception reception) {
        receptions.merge(reception, 1, Integer::sum);
    }

    private void passOver(String item, RuntimeException reason) {
        passedOver++;
        LOGGER.warn("event=item-passed-over source={} item={} reason=\"{}\"", source.url(), item, reason.getMessage());
    }
}
