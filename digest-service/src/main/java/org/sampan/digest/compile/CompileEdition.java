package org.sampan.digest.compile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.NewEdition;
import org.sampan.digest.edition.Period;
import org.sampan.digest.edition.Series;
import org.springframework.stereotype.Component;

/**
 * Compiles the edition that is wanted. Asked twice for the same number or period it answers with the same edition; asked
 * for neither, it first comes back to one that was not finished. A clipping goes into one edition of a series only.
 */
@Component
public class CompileEdition {
    /** What is published before an edition and met after it still goes into the next, unless it is older than this. */
    private static final Duration LATE = Duration.ofDays(14);

    private final Clippings clippings;
    private final Editions editions;

    CompileEdition(Clippings clippings, Editions editions) {
        this.clippings = clippings;
        this.editions = editions;
    }

    /**
     * @param keep false: only as if; nothing is kept and no number used up
     * @throws IllegalStateException when the number is passed, or the period ends before it begins
     */
    public Compilation compile(Series series, Wanted wanted, Instant now, boolean keep) {
        Optional<Edition> known = known(series, wanted, now);
        if (known.isPresent()) {
            return new Compilation.Found(known.get());
        }
        NewEdition draft = draft(series, wanted, now);
        if (draft.sections().isEmpty()) {
            return Compilation.Nothing.because(draft, why(draft, wanted));
        }
        int number = wanted.number().orElseGet(() -> editions.nextNumber(series.slug()));
        return new Compilation.Made(keep ? editions.add(draft, wanted.number()) : draft.numbered(number));
    }

    private static String why(NewEdition empty, Wanted wanted) {
        if (!wanted.only().isEmpty()) {
            String which = wanted.only().stream().map(ClippingId::toString).collect(Collectors.joining(", "));
            return "of what was chosen (" + which + ") each is gone, of a kind that "
                    + empty.series().name() + " does not print, or in an edition of it already";
        }
        return "no clipping of " + empty.series().name() + " between "
                + empty.period().since() + " and " + empty.period().until();
    }

    private Optional<Edition> known(Series series, Wanted wanted, Instant now) {
        if (wanted.number().isPresent()) {
            return editions.find(new EditionId(series.slug(), wanted.number().get()));
        }
        if (!wanted.only().isEmpty()) {
            return Optional.empty();
        }
        if (wanted.since().isPresent()) {
            return editions.ofPeriod(series.slug(), period(series, wanted, now));
        }
        return wanted.until()
                .map(until -> editions.endingAt(series.slug(), until))
                .orElseGet(() -> editions.unfinished(series.slug()));
    }

    private NewEdition draft(Series series, Wanted wanted, Instant now) {
        Period period = period(series, wanted, now);
        List<Clipping> candidates = candidates(series, wanted, period);
        Set<ClippingId> carried = editions.carried(
                series.slug(), candidates.stream().map(Clipping::id).toList());
        List<Clipping> free = candidates.stream()
                .filter(clipping -> !carried.contains(clipping.id()))
                .toList();
        return new NewEdition(series, period, Sections.of(series, once(series, free)), now, wanted.by());
    }

    /** What nobody stands behind is in drafts alone; else it waits at the desk, to be put in by hand. */
    private List<Clipping> candidates(Series series, Wanted wanted, Period period) {
        if (!wanted.only().isEmpty()) {
            return List.copyOf(clippings.load(wanted.only()).values());
        }
        return Stream.concat(
                        clippings.publishedBetween(period.since(), period.until()).stream(),
                        late(series, wanted, period))
                .filter(clipping -> wanted.draft() || !clipping.isUnproven())
                .toList();
    }

    /** Of a document in several languages one clipping: each reader gets the version in the reader's own anyway. */
    private List<Clipping> once(Series series, List<Clipping> all) {
        Map<ClippingId, Long> documents =
                clippings.documents(all.stream().map(Clipping::id).toList());
        Map<Long, Clipping> chosen = new HashMap<>();
        for (Clipping clipping : all) {
            Long document = documents.get(clipping.id());
            if (document != null) {
                chosen.merge(document, clipping, (one, other) -> original(series, one, other));
            }
        }
        return all.stream()
                .filter(clipping -> {
                    Long document = documents.get(clipping.id());
                    return document == null || clipping.equals(chosen.get(document));
                })
                .toList();
    }

    /** The one in the series' main language, else the one that was met first. */
    private static Clipping original(Series series, Clipping one, Clipping other) {
        String main = series.mainLanguage().getLanguage();
        boolean oneIsMain = one.story().language().getLanguage().equals(main);
        boolean otherIsMain = other.story().language().getLanguage().equals(main);
        if (oneIsMain != otherIsMain) {
            return oneIsMain ? one : other;
        }
        return one.id().value() < other.id().value() ? one : other;
    }

    private Stream<Clipping> late(Series series, Wanted wanted, Period period) {
        if (wanted.since().isPresent() || editions.latestUntil(series.slug()).isEmpty()) {
            return Stream.empty();
        }
        return clippings.publishedBetween(period.since().minus(LATE), period.since()).stream()
                .filter(clipping -> !clipping.collectedAt().isBefore(period.since()));
    }

    private Period period(Series series, Wanted wanted, Instant now) {
        Instant until = wanted.until().orElse(now);
        if (!wanted.only().isEmpty()) {
            return new Period(until.minus(wanted.reach()), until);
        }
        Instant since = wanted.since()
                .or(() -> editions.latestUntil(series.slug()))
                .orElseGet(() -> until.minus(wanted.reach()));
        if (!since.isBefore(until)) {
            throw new IllegalStateException(
                    "since " + since + " is not before until " + until + ": the latest edition ends there already");
        }
        return new Period(since, until);
    }
}
