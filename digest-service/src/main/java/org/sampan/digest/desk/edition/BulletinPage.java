package org.sampan.digest.desk.edition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingFilter;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.ClippingState;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.production.Conductor;
import org.sampan.digest.production.RunRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Begins an edition of a series that no schedule makes, with what was chosen and nothing else. It is a draft like others:
 * looked at, approved where the list asks for it, and sent from its page.
 */
@Controller
@RequestMapping("/desk/bulletins")
final class BulletinPage {
    private static final int OFFERED = 20;
    private static final int MOST = 100;

    private final SeriesCatalogue catalogue;
    private final Clippings clippings;
    private final Conductor conductor;

    BulletinPage(SeriesCatalogue catalogue, Clippings clippings, Conductor conductor) {
        this.catalogue = catalogue;
        this.clippings = clippings;
        this.conductor = conductor;
    }

    @GetMapping
    ModelAndView choose(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "id", defaultValue = "") List<Long> chosen) {
        return page(q, chosen);
    }

    /** @param act {@code find}: look for more, with what is chosen so far */
    @PostMapping
    ModelAndView begin(
            @RequestParam(defaultValue = "") String series,
            @RequestParam(name = "id", defaultValue = "") List<Long> chosen,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String act,
            SignedInEditor editor) {
        if (act.equals("find")) {
            return page(q, chosen);
        }
        if (chosen.isEmpty()) {
            ModelAndView page = page(q, chosen).addObject("nothing", true);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        Series wanted = byHand().stream()
                .filter(one -> one.slug().equals(series))
                .findFirst()
                .orElseThrow(NotHere::new);
        RunRequest request = RunRequest.Producing.next(wanted.slug())
                .carrying(chosen.stream().distinct().limit(MOST).toList())
                .asDraft(true)
                .by(editor.actor().name());
        return new ModelAndView(
                "redirect:/desk/runs/" + conductor.start(request).value());
    }

    private List<Series> byHand() {
        return catalogue.all().stream()
                .filter(series -> series.schedule().isEmpty())
                .toList();
    }

    private ModelAndView page(String words, List<Long> chosen) {
        Set<ClippingId> ids = new LinkedHashSet<>(
                chosen.stream().limit(MOST).map(ClippingId::new).toList());
        List<Clipping> shown = new ArrayList<>(clippings.load(ids).values());
        offered(words).stream().filter(one -> !ids.contains(one.id())).forEach(shown::add);
        return new ModelAndView("desk/bulletin")
                .addObject("series", byHand())
                .addObject("shown", shown)
                .addObject("chosen", ids)
                .addObject("q", words);
    }

    /** The newest, or those with the words, whether or not another series has them. */
    private List<Clipping> offered(String words) {
        return words.isBlank()
                ? clippings.page(ClippingFilter.ALL.withState(ClippingState.NEW), Optional.empty(), OFFERED)
                : clippings.page(ClippingFilter.ALL.withWords(words), Optional.empty(), OFFERED);
    }
}
