package org.sampan.digest.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingFilter;
import org.sampan.digest.clipping.ClippingState;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.edition.EditionHead;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.link.LinkState;
import org.sampan.digest.link.WatchedLinks;
import org.sampan.digest.production.Run;
import org.sampan.digest.production.RunState;
import org.sampan.digest.production.Runs;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceState;
import org.sampan.digest.source.Sources;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.Statements;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The way in: what waits for somebody. */
@Controller
final class DeskFront {
    private static final int LOOKED_THROUGH = 50;
    private static final Duration LATELY = Duration.ofDays(7);

    private final Readings readings;
    private final Clock clock;

    /** Where it is read from. */
    @Component
    record Readings(
            Clippings clippings,
            Editions editions,
            Statements statements,
            Runs runs,
            Sources sources,
            WatchedLinks links) {}

    DeskFront(Readings readings, Clock clock) {
        this.readings = readings;
        this.clock = clock;
    }

    @GetMapping("/desk")
    ModelAndView front(SignedInEditor editor) {
        Map<ClippingState, Integer> counts = readings.clippings().count(ClippingFilter.ALL);
        return new ModelAndView("desk/front")
                .addObject("fresh", counts.getOrDefault(ClippingState.NEW, 0))
                .addObject("drafts", drafts())
                .addObject("waiting", waiting())
                .addObject("statements", statements())
                .addObject("runs", failed())
                .addObject("ailing", ailing())
                .addObject("gone", readings.links().lost().getOrDefault(LinkState.GONE, 0));
    }

    private List<EditionHead> drafts() {
        return readings.editions().heads(Optional.empty(), LOOKED_THROUGH).stream()
                .filter(head -> head.state().isDraft())
                .toList();
    }

    /** Editions that a second person is to approve, as their addresses name them. */
    private List<String> waiting() {
        return readings.runs().page(Optional.empty(), LOOKED_THROUGH).stream()
                .filter(run -> run.state() == RunState.WAITING)
                .flatMap(run -> run.edition().stream())
                .map(EditionId::toString)
                .toList();
    }

    private List<Statement> statements() {
        return readings.statements().page(Optional.empty(), false, LOOKED_THROUGH).stream()
                .filter(statement -> statement.latest().state().isOpen()
                        && statement.withdrawal().isEmpty())
                .toList();
    }

    /** Older ones nobody misses any more. */
    private List<Run> failed() {
        Instant since = clock.instant().minus(LATELY);
        return readings.runs().page(Optional.empty(), LOOKED_THROUGH).stream()
                .filter(run -> run.state() == RunState.FAILED && run.startedAt().isAfter(since))
                .toList();
    }

    private List<Source> ailing() {
        return readings.sources().all().stream()
                .filter(source -> source.state() == SourceState.AILING)
                .toList();
    }
}
