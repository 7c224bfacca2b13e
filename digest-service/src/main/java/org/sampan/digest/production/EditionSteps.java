package org.sampan.digest.production;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.EditionOutline;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.production.RunRequest.Producing;
import org.springframework.stereotype.Component;

/**
 * What each step of {@code publish-edition} does for a run. Every step looks at how far the edition is and does only
 * what is missing, so any of them may be executed again.
 */
@Component
class EditionSteps {
    private static final List<String> STEPS = List.of("compile", "render", "send", "publish");

    private final Runs runs;
    private final SeriesCatalogue catalogue;
    private final Editions editions;
    private final CompileStep compileStep;
    private final RenderStep renderStep;
    private final SendStep sendStep;
    private final PublishStep publishStep;

    EditionSteps(
            Runs runs,
            SeriesCatalogue catalogue,
            Editions editions,
            CompileStep compileStep,
            RenderStep renderStep,
            SendStep sendStep,
            PublishStep publishStep) {
        this.runs = runs;
        this.catalogue = catalogue;
        this.editions = editions;
        this.compileStep = compileStep;
        this.renderStep = renderStep;
        this.sendStep = sendStep;
        this.publishStep = publishStep;
    }

    /** One run's edition at a step. */
    record Work(RunId run, Producing request, Series series, EditionOutline edition) {}

    void compile(RunId id) {
        Run run = begin(id, "compile");
        if (run.edition().isEmpty()) {
            compileStep.compile(run, request(run), series(request(run)));
        }
    }

    void render(RunId id) {
        work(begin(id, "render")).ifPresent(renderStep::render);
    }

    void send(RunId id) {
        work(begin(id, "send")).ifPresent(sendStep::send);
    }

    void publish(RunId id) {
        work(begin(id, "publish")).ifPresent(publishStep::publish);
    }

    private Run begin(RunId id, String step) {
        runs.progress(id, step, STEPS.indexOf(step), STEPS.size());
        return runs.find(id).orElseThrow();
    }

    /** Empty when compiling found nothing to do, or only showed it. */
    private Optional<Work> work(Run run) {
        Optional<EditionId> id = run.state() == RunState.RUNNING ? run.edition() : Optional.empty();
        return id.flatMap(editions::outline)
                .map(edition -> new Work(run.id(), request(run), series(request(run)), edition));
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
}
