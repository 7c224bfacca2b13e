package org.sampan.digest.desk.edition;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edition.Delivery;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.production.Conductor;
import org.sampan.digest.production.DeliveryWatch;
import org.sampan.digest.production.Run;
import org.sampan.digest.production.RunId;
import org.sampan.digest.production.RunState;
import org.sampan.digest.production.Runs;
import org.sampan.digest.production.StopRun;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the newsroom was asked to do and how far it has come, to the last reader; and the buttons that stop it or let it go on. */
@Controller
@RequestMapping("/desk/runs")
final class RunPages {
    private static final int A_PAGE = 30;

    private final Runs runs;
    private final Editions editions;
    private final SeriesCatalogue catalogue;
    private final Conductor conductor;
    private final StopRun stopRun;
    private final DeliveryWatch watch;

    RunPages(
            Runs runs,
            Editions editions,
            SeriesCatalogue catalogue,
            Conductor conductor,
            StopRun stopRun,
            DeliveryWatch watch) {
        this.runs = runs;
        this.editions = editions;
        this.catalogue = catalogue;
        this.conductor = conductor;
        this.stopRun = stopRun;
        this.watch = watch;
    }

    @GetMapping
    ModelAndView all(@RequestParam Optional<Long> before) {
        List<Run> page = runs.page(before.map(RunId::new), A_PAGE);
        return new ModelAndView("desk/runs")
                .addObject("runs", page)
                .addObject(
                        "next",
                        page.size() < A_PAGE
                                ? Optional.empty()
                                : Optional.of(page.get(page.size() - 1).id().value()));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable long id, @RequestParam(defaultValue = "") String done) {
        Run run = run(id);
        Optional<Delivery> delivery = run.state() == RunState.DONE ? delivery(run) : Optional.empty();
        boolean sent = run.edition()
                .flatMap(editions::find)
                .filter(it -> it.state().isSent())
                .isPresent();
        boolean moving = run.state() == RunState.RUNNING
                || sent
                        && run.state() == RunState.DONE
                        && delivery.filter(Delivery::isOver).isEmpty();
        return new ModelAndView("desk/run")
                .addObject("run", run)
                .addObject(
                        "title",
                        run.edition()
                                .flatMap(editions::find)
                                .map(Edition::title)
                                .orElse(""))
                .addObject("lines", runs.lines(run.id()))
                .addObject("sent", sent)
                .addObject("delivery", delivery)
                .addObject("dueIn", delivery.flatMap(told -> dueIn(run, told)))
                .addObject("moving", moving)
                .addObject("stopWanted", moving ? runs.stopWanted(run.id()) : Optional.empty())
                .addObject("done", done.equals("late") ? done : "");
    }

    /** Whose copies go next. */
    private Optional<ZoneId> dueIn(Run run, Delivery told) {
        return told.nextDueAt()
                .flatMap(at -> catalogue
                        .find(run.edition().orElseThrow().series())
                        .map(series -> series.hours().where(at, series.timezone())));
    }

    private Optional<Delivery> delivery(Run run) {
        return run.edition()
                .filter(id ->
                        editions.find(id).filter(it -> it.state().isSent()).isPresent())
                .flatMap(watch::follow);
    }

    @PostMapping("/{id}/retry")
    ModelAndView retry(@PathVariable long id, SignedInEditor editor) {
        return answered(id, conductor.goOn(run(id).id(), editor.actor()));
    }

    @PostMapping("/{id}/stop")
    ModelAndView stop(@PathVariable long id, SignedInEditor editor) {
        return answered(id, stopRun.stop(run(id), editor.actor()) != StopRun.Answer.TOO_LATE);
    }

    private static ModelAndView answered(long id, boolean done) {
        return new ModelAndView("redirect:/desk/runs/" + id + (done ? "" : "?done=late"));
    }

    private Run run(long id) {
        return runs.find(new RunId(id)).orElseThrow(NotHere::new);
    }
}
