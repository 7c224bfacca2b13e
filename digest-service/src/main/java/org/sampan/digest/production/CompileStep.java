package org.sampan.digest.production;

import java.time.Duration;
import java.util.Objects;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.compile.Compilation;
import org.sampan.digest.compile.CompileEdition;
import org.sampan.digest.compile.Wanted;
import org.sampan.digest.edit.EditEdition;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Series;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.production.RunRequest.Producing;
import org.sampan.digest.render.RenderEdition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out which edition a run makes; or that there is none to make, or only to be shown. */
@Component
final class CompileStep {
    private static final Logger LOGGER = LoggerFactory.getLogger(CompileStep.class);

    private final CompileEdition stage;
    private final RenderEdition render;
    private final Runs runs;
    private final RunLog log;
    private final EditionReports reports;
    private final Journal journal;
    private final TellEditors tellEditors;
    private final TransactionTemplate transaction;

    CompileStep(
            CompileEdition stage,
            RenderEdition render,
            Runs runs,
            RunLog log,
            EditionReports reports,
            Journal journal,
            TellEditors tellEditors,
            PlatformTransactionManager transactions) {
        this.stage = stage;
        this.render = render;
        this.runs = runs;
        this.log = log;
        this.reports = reports;
        this.journal = journal;
        this.tellEditors = tellEditors;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The run's own time counts, so that the same is compiled after a crash. */
    void compile(Run run, Producing request, Series series) {
        if (request.dryRun()) {
            show(run, request, series);
        } else {
            // The edition, the run that makes it and the deed are kept together or, when this program dies, not at all.
            Compilation compilation = Objects.requireNonNull(transaction.execute(status -> keep(run, request, series)));
            if (compilation instanceof Compilation.Nothing nothing) {
                skip(run, request, nothing);
            }
        }
    }

    private Compilation keep(Run run, Producing request, Series series) {
        Compilation compilation = stage.compile(series, wanted(request), run.startedAt(), true);
        if (compilation instanceof Compilation.Made made) {
            take(run, made.edition(), "compiled");
            record(run, request, made.edition());
        } else if (compilation instanceof Compilation.Found found) {
            take(run, found.edition(), "found");
        }
        return compilation;
    }

    private void skip(Run run, Producing request, Compilation.Nothing nothing) {
        runs.keepResult(run.id(), reports.skipped(nothing.empty()));
        log.say(run.id(), "empty", nothing.why());
        runs.end(run.id(), RunState.SKIPPED, nothing.why());
        if (request.scheduled()) {
            tellEditors.nothingToPrint(run.id(), nothing.empty());
        }
        LOGGER.info("event=edition-skipped series={} reason=\"{}\"", request.series(), nothing.why());
    }

    private void take(Run run, Edition edition, String what) {
        runs.concerns(run.id(), edition.id());
        runs.keepResult(run.id(), reports.of(edition.outline()));
        log.say(run.id(), what, edition.id() + ": " + edition.items());
    }

    private void record(Run run, Producing request, Edition edition) {
        journal.record(
                new NewDeed(
                        request.actor(),
                        EditEdition.subject(edition.id()),
                        EditEdition.MADE,
                        String.valueOf(edition.items()),
                        edition.datedAt().toString()),
                run.startedAt());
    }

    private void show(Run run, Producing request, Series series) {
        Compilation compilation = stage.compile(series, wanted(request), run.startedAt(), false);
        if (compilation instanceof Compilation.Nothing nothing) {
            skip(run, request, nothing);
        } else if (compilation instanceof Compilation.Made made) {
            show(run.id(), series, made.edition());
        } else {
            show(run.id(), series, ((Compilation.Found) compilation).edition());
        }
    }

    private void show(RunId id, Series series, Edition edition) {
        Rendering main = render.render(series, edition, series.mainLanguage());
        runs.keepResult(id, reports.dry(edition, main));
        runs.end(id, RunState.DONE, "dry run: nothing was kept or sent");
    }

    private static Wanted wanted(Producing request) {
        return new Wanted(
                request.since(),
                request.until(),
                request.number(),
                request.clippings().stream().map(ClippingId::new).toList(),
                Duration.ofSeconds(request.reachSeconds()),
                request.actor().name(),
                request.draft());
    }
}
