package org.sampan.digest.desk.inbox;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.collect.CollectArchive;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.EditSources;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.production.Conductor;
import org.sampan.digest.production.RunRequest;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.Sources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where clippings come from, how each source fares, and what its items count as. */
@Controller
@RequestMapping("/desk/sources")
final class SourcesPage {
    private static final int DAYS = 30;

    private final Sources sources;
    private final Conductor conductor;
    private final Choices choices;
    private final EditSources edit;
    private final Today today;

    /** The day it is for the network. */
    @Component
    record Today(Clock clock, ZoneId zone) {
        @Autowired
        Today(Clock clock, Settings settings) {
            this(clock, settings.web().timezone());
        }

        LocalDate day() {
            return LocalDate.ofInstant(clock.instant(), zone);
        }
    }

    SourcesPage(Sources sources, Conductor conductor, Choices choices, EditSources edit, Today today) {
        this.sources = sources;
        this.conductor = conductor;
        this.choices = choices;
        this.edit = edit;
        this.today = today;
    }

    /** A source with the items of its last days, the oldest first. */
    public record SourceCard(Source source, SourceForm form, List<Integer> days, int most, int items) {}

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "") String done, Locale language) {
        return page(SourceForm.BLANK, language)
                .addObject("done", done.matches("[a-z]{1,20}(-[0-9]{1,5})?") ? done : "");
    }

    @PostMapping
    ModelAndView add(@ModelAttribute("wanted") SourceForm wanted, Locale language, SignedInEditor editor) {
        Optional<NewSource> source = wanted.read();
        if (source.isEmpty()) {
            return refused(wanted, language);
        }
        edit.add(source.get(), editor.actor());
        return new ModelAndView("redirect:/desk/sources?done=added");
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable long id,
            @ModelAttribute("wanted") SourceForm wanted,
            Locale language,
            SignedInEditor editor) {
        Source known = sources.find(new SourceId(id)).orElseThrow(NotHere::new);
        Optional<NewSource> source = wanted.at(known.url()).read();
        if (source.isEmpty()) {
            return refused(wanted, language);
        }
        edit.change(known.id(), source.get(), editor.actor());
        return new ModelAndView("redirect:/desk/sources?done=changed");
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable long id, SignedInEditor editor) {
        if (!edit.remove(new SourceId(id), editor.actor())) {
            throw new NotHere();
        }
        return "redirect:/desk/sources?done=removed";
    }

    @PostMapping("/{id}/backfill")
    String backfill(@PathVariable long id, @RequestParam int pages) {
        Source known = sources.find(new SourceId(id)).orElseThrow(NotHere::new);
        int most = Math.max(1, Math.min(pages, CollectArchive.MOST_PAGES));
        return "redirect:/desk/runs/"
                + conductor
                        .start(RunRequest.Collecting.archiveOf(known.id().value(), most))
                        .value();
    }

    @PostMapping("/collect")
    String collect() {
        return "redirect:/desk/runs/"
                + conductor.start(new RunRequest.Collecting(true)).value();
    }

    private ModelAndView refused(SourceForm wanted, Locale language) {
        ModelAndView page = page(wanted, language).addObject("bad", true);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView page(SourceForm form, Locale language) {
        LocalDate last = today.day();
        LocalDate first = last.minusDays(DAYS - 1L);
        Map<URI, Map<LocalDate, Integer>> items = sources.itemsByDay(first, today.zone());
        return new ModelAndView("desk/sources")
                .addObject("form", form)
                .addObject("choices", choices.in(language))
                .addObject(
                        "cards",
                        sources.all().stream()
                                .map(source -> card(source, items.getOrDefault(source.url(), Map.of()), first, last))
                                .toList());
    }

    private static SourceCard card(Source source, Map<LocalDate, Integer> items, LocalDate first, LocalDate last) {
        List<Integer> days = first.datesUntil(last.plusDays(1))
                .map(day -> items.getOrDefault(day, 0))
                .toList();
        return new SourceCard(
                source,
                SourceForm.of(source.declared()),
                days,
                Math.max(1, Collections.max(days)),
                days.stream().mapToInt(Integer::intValue).sum());
    }
}
