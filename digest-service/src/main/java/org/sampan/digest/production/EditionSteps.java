package org.sampan.digest.production;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.compile.Compilation;
import org.sampan.digest.compile.CompileEdition;
import org.sampan.digest.compile.Wanted;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.EditionState;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.production.RunRequest.Producing;
import org.sampan.digest.publish.PublishEdition;
import org.sampan.digest.render.RenderEdition;
import org.sampan.digest.send.SendEdition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What each step of {@code publish-edition} does for a run. Every step looks at how far the edition is and does only
 * what is missing, so any of them may be executed again.
 */
@Component
class EditionSteps {
    private static final Logger LOGGER = LoggerFactory.getLogger(EditionSteps.class);

    /** The stages, in their order. */
    record Stages(CompileEdition compile, RenderEdition render, SendEdition send, PublishEdition publish) {}

    private final Runs runs;
    private final SeriesCatalogue catalogue;
    private final Editions editions;
    private final Stages stages;
    private final EditionReports reports;
    private final Clock clock;

    EditionSteps(
            Runs runs,
            SeriesCatalogue catalogue,
            Editions editions,
            Stages stages,
            EditionReports reports,
            Clock clock) {
        this.runs = runs;
        this.catalogue = catalogue;
        this.editions = editions;
        this.stages = stages;
        this.reports = reports;
        this.clock = clock;
    }

    void compile(RunId id) {
        Run run = begin(id, "compile");
        Producing request = request(run);
        Series series = series(request);
        Compilation compilation = stages.compile().compile(series, wanted(request), clock.instant(), !request.dryRun());
        if (compilation instanceof Compilation.Nothing nothing) {
            runs.keepResult(id, reports.skipped(nothing.empty()));
            runs.end(id, RunState.SKIPPED, nothing.why());
            LOGGER.info("event=edition-skipped series={} reason=\"{}\"", series.slug(), nothing.why());
            return;
        }
        Edition edition = compilation instanceof Compilation.Made made
                ? made.edition()
                : ((Compilation.Found) compilation).edition();
        if (request.dryRun()) {
            show(id, series, edition);
        } else {
            runs.concerns(id, edition.id());
            runs.keepResult(id, reports.of(edition));
        }
    }

    private void show(RunId id, Series series, Edition edition) {
        Rendering main = stages.render().render(series, edition).get(0);
        runs.keepResult(id, reports.dry(edition, main));
        runs.end(id, RunState.DONE, "dry run: nothing was kept or sent");
    }

    void render(RunId id) {
        Edition edition = edition(begin(id, "render")).orElse(null);
        if (edition == null || edition.state().isSent()) {
            return;
        }
        Series series = series(request(run(id)));
        List<Rendering> renderings = stages.render().render(series, edition);
        editions.keepRenderings(edition.id(), renderings);
        for (Rendering rendering : renderings) {
            int size = RenderEdition.size(rendering);
            if (size > RenderEdition.SIZE_BUDGET) {
                LOGGER.warn(
                        "event=edition-over-budget edition={} language={} bytes={} budget={}",
                        edition.id(),
                        rendering.language().toLanguageTag(),
                        size,
                        RenderEdition.SIZE_BUDGET);
            }
        }
    }

    void send(RunId id) {
        Run run = begin(id, "send");
        Edition edition = edition(run).orElse(null);
        if (edition == null || edition.state().isSent() || request(run).draft()) {
            return;
        }
        stages.send().send(series(request(run)), edition, editions.renderings(edition.id()));
        editions.markSent(edition.id(), clock.instant());
        LOGGER.info("event=edition-sent edition={} items={}", edition.id(), edition.items());
    }

    void publish(RunId id) {
        Edition edition = edition(begin(id, "publish")).orElse(null);
        if (edition == null) {
            return;
        }
        if (edition.state() == EditionState.SENT) {
            stages.publish().publish(edition.id(), clock.instant());
        }
        editions.find(edition.id()).ifPresent(whole -> runs.keepResult(id, reports.of(whole)));
    }

    private Run begin(RunId id, String step) {
        runs.progress(id, step, List.of("compile", "render", "send", "publish").indexOf(step), 4);
        return run(id);
    }

    private Run run(RunId id) {
        return runs.find(id).orElseThrow();
    }

    /** Empty when compiling found nothing to do, or only showed it. */
    private Optional<Edition> edition(Run run) {
        Optional<EditionId> id = run.state() == RunState.RUNNING ? run.edition() : Optional.empty();
        return id.flatMap(editions::find);
    }

    private static Producing request(Run run) {
        return (Producing) run.request();
    }

    private Series series(Producing request) {
        return catalogue
                .find(request.series())
                .orElseThrow(() -> new IllegalStateException(
                        "config/editions.yaml declares no series '" + request.series() + "'"));
    }

    private static Wanted wanted(Producing request) {
        return new Wanted(
                request.since(), request.until(), request.number(), Duration.ofSeconds(request.reachSeconds()));
    }
}
