package org.sampan.digest.desk.edition;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edition.EditionHead;
import org.sampan.digest.edition.EditionState;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.production.Conductor;
import org.sampan.digest.production.EditionDates;
import org.sampan.digest.production.RunRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The series, what of them waits and what was sent; and starting a draft by hand. */
@Controller
@RequestMapping("/desk/editions")
final class SeriesPage {
    private static final int SHOWN = 8;

    private final SeriesCatalogue catalogue;
    private final Editions editions;
    private final EditionDates dates;
    private final Conductor conductor;
    private final Clock clock;

    SeriesPage(SeriesCatalogue catalogue, Editions editions, EditionDates dates, Conductor conductor, Clock clock) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.dates = dates;
        this.conductor = conductor;
        this.clock = clock;
    }

    /** A series as a card. */
    public record Card(
            String slug,
            String name,
            String list,
            List<Locale> languages,
            boolean unattended,
            Optional<Instant> next,
            List<Head> drafts,
            List<Head> sent) {}

    /** An edition as a line. */
    public record Head(String path, String title, int items, Instant at) {
        static Head of(EditionHead head) {
            return new Head(
                    "/desk/editions/" + head.id(),
                    head.title(),
                    head.items(),
                    head.sentAt().orElse(head.lastChange().at()));
        }
    }

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "") String bad) {
        return new ModelAndView("desk/editions")
                .addObject("all", catalogue.all().stream().map(this::card).toList())
                .addObject("bad", bad.equals("day"));
    }

    private Card card(Series series) {
        List<EditionHead> heads = editions.heads(Optional.of(series.slug()), SHOWN);
        return new Card(
                series.slug(),
                series.name(),
                series.list(),
                series.languages(),
                series.unattended(),
                dates.next(series, clock.instant()),
                heads.stream()
                        .filter(head -> !head.state().isSent())
                        .map(Head::of)
                        .toList(),
                heads.stream()
                        .filter(head -> head.state().compareTo(EditionState.SENT) >= 0)
                        .map(Head::of)
                        .toList());
    }

    @PostMapping("/{slug}/drafts")
    ModelAndView start(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            SignedInEditor editor) {
        Series series = catalogue.find(slug).orElseThrow(NotHere::new);
        try {
            return begun(RunRequest.Producing.next(slug)
                    .of(day(series, since, 0), day(series, until, 1))
                    .asDraft(true)
                    .by(editor.actor().name()));
        } catch (DateTimeException notADay) {
            return new ModelAndView("redirect:/desk/editions?bad=day");
        }
    }

    private ModelAndView begun(RunRequest request) {
        return new ModelAndView(
                "redirect:/desk/runs/" + conductor.start(request).value());
    }

    private static Optional<Instant> day(Series series, String text, int plusDays) {
        return Optional.of(text)
                .filter(it -> !it.isBlank())
                .map(it -> LocalDate.parse(it)
                        .plusDays(plusDays)
                        .atStartOfDay(series.timezone())
                        .toInstant());
    }
}
