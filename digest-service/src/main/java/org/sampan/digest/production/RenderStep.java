package org.sampan.digest.production;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionState;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Series;
import org.sampan.digest.production.EditionSteps.Work;
import org.sampan.digest.render.RenderEdition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Renders a draft in each language, unless what is kept shows it as it is now. */
@Component
final class RenderStep {
    private static final Logger LOGGER = LoggerFactory.getLogger(RenderStep.class);

    private final RenderEdition stage;
    private final Editions editions;
    private final RunLog log;

    RenderStep(RenderEdition stage, Editions editions, RunLog log) {
        this.stage = stage;
        this.editions = editions;
        this.log = log;
    }

    void render(Work work) {
        if (work.edition().state().isDraft()) {
            editions.findBrief(work.edition().id()).ifPresent(edition -> render(work, edition));
        }
    }

    private void render(Work work, Edition edition) {
        String print = stage.fingerprint(work.series(), edition);
        if (edition.state() == EditionState.RENDERED
                && editions.renderedOf(edition.id()).filter(print::equals).isPresent()) {
            return;
        }
        List<Size> sizes = new ArrayList<>();
        editions.keepRenderings(edition.id(), measured(stage.render(work.series(), edition), sizes), print);
        sizes.forEach(size -> tell(work, size));
    }

    /** How large one language's mail is. */
    private record Size(String language, int bytes) {}

    private static Iterable<Rendering> measured(Iterable<Rendering> renderings, List<Size> sizes) {
        return () -> StreamSupport.stream(renderings.spliterator(), false)
                .peek(it -> sizes.add(new Size(it.language().toLanguageTag(), RenderEdition.size(it))))
                .iterator();
    }

    private void tell(Work work, Size size) {
        Series series = work.series();
        boolean over = size.bytes() > series.measures().budget();
        log.say(work.run(), over ? "over-budget" : "rendered", size.language() + ": " + size.bytes());
        if (over) {
            LOGGER.warn(
                    "event=edition-over-budget edition={} language={} bytes={} budget={}",
                    work.edition().id(),
                    size.language(),
                    size.bytes(),
                    series.measures().budget());
        }
    }
}
