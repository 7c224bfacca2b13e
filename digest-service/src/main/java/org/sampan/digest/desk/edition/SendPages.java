package org.sampan.digest.desk.edition;

import java.time.Clock;
import java.util.Locale;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.EditEdition;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.journal.Finality;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.mailserver.SubmissionFailed;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.production.ApproveEdition;
import org.sampan.digest.production.Conductor;
import org.sampan.digest.production.Run;
import org.sampan.digest.production.RunId;
import org.sampan.digest.production.RunRequest;
import org.sampan.digest.production.RunState;
import org.sampan.digest.production.Runs;
import org.sampan.digest.send.SendEdition;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the desk to the readers: a test to oneself, a second person's approval, and sending once one has said yes. */
@Controller
@RequestMapping("/desk/editions/{series}/{number:[0-9]{1,9}}")
final class SendPages {
    private final SeriesCatalogue catalogue;
    private final Editions editions;
    private final EditionView view;
    private final Review review;
    private final Senders senders;
    private final Journal journal;
    private final Clock clock;

    SendPages(
            SeriesCatalogue catalogue,
            Editions editions,
            EditionView view,
            Review review,
            Senders senders,
            Journal journal,
            Clock clock) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.view = view;
        this.review = review;
        this.senders = senders;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those who do it. */
    @Component
    record Senders(Conductor conductor, Runs runs, ApproveEdition approve, SendEdition send) {}

    @GetMapping("/send")
    ModelAndView ask(@PathVariable String series, @PathVariable int number, SignedInEditor editor) {
        DeskEdition shown = DeskEdition.of(catalogue, editions, series, number);
        if (!shown.edition().state().isDraft()) {
            return new ModelAndView("redirect:" + shown.path());
        }
        return new ModelAndView("desk/send")
                .addObject("path", shown.path())
                .addObject("series", shown.series())
                .addObject("edition", shown.edition())
                .addObject("tongues", view.tongues(shown.series(), shown.edition(), true))
                .addObject("review", review.of(shown, editor.actor()));
    }

    /** However often it is pressed, and by how many: one run, which may wait for a second person. */
    @PostMapping("/send")
    ModelAndView send(@PathVariable String series, @PathVariable int number, SignedInEditor editor) {
        DeskEdition shown = DeskEdition.of(catalogue, editions, series, number);
        RunRequest request = RunRequest.Producing.next(shown.series().slug())
                .numbered(number)
                .by(editor.actor().name());
        RunId run = senders.runs().of(shown.edition().id()).stream()
                .filter(it -> it.state() == RunState.RUNNING || it.state() == RunState.WAITING)
                .map(Run::id)
                .findFirst()
                .orElseGet(() -> senders.conductor().start(request));
        return new ModelAndView("redirect:/desk/runs/" + run.value());
    }

    @PostMapping("/approve")
    ModelAndView approve(
            @PathVariable String series, @PathVariable int number, @RequestParam String seen, SignedInEditor editor) {
        DeskEdition shown = DeskEdition.of(catalogue, editions, series, number);
        ApproveEdition.Answer answer = senders.approve().approve(shown.series(), shown.edition(), seen, editor.actor());
        return back(shown, answer.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @PostMapping("/test")
    ModelAndView test(
            @PathVariable String series,
            @PathVariable int number,
            @RequestParam(name = "in") String language,
            SignedInEditor editor) {
        DeskEdition shown = DeskEdition.of(catalogue, editions, series, number);
        Locale wanted = shown.series().languages().stream()
                .filter(it -> it.toLanguageTag().equals(language))
                .findFirst()
                .orElseThrow(NotHere::new);
        try {
            senders.send()
                    .sendTest(
                            shown.series(),
                            shown.edition().outline(),
                            view.rendering(shown.series(), shown.edition(), wanted),
                            editor.email());
        } catch (SubmissionFailed away) {
            return back(shown, "not-tested");
        }
        journal.record(
                new NewDeed(
                        editor.actor(),
                        EditEdition.subject(shown.edition().id()),
                        "tested",
                        wanted.toLanguageTag(),
                        Finality.MAILED),
                clock.instant());
        return back(shown, "tested");
    }

    private static ModelAndView back(DeskEdition shown, String done) {
        return new ModelAndView("redirect:" + shown.path() + "?done=" + done);
    }
}
