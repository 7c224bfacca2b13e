package org.sampan.digest.desk.inbox;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.TakeDown;
import org.sampan.digest.edition.Deliveries;
import org.sampan.digest.edition.Delivery;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.production.Run;
import org.sampan.digest.production.RunState;
import org.sampan.digest.production.Runs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes a clipping down for good; asked for with a reason, which stays when all else is gone. Editions with it that are still
 * on their way are shown: an editor may call them back, or let them go.
 */
@Controller
@RequestMapping("/desk/clippings/{id}/takedown")
final class TakeDownForm {
    private static final int LONGEST_REASON = 2_000;

    private final TakeDown takeDown;
    private final Editions editions;
    private final Deliveries deliveries;
    private final Runs runs;

    TakeDownForm(TakeDown takeDown, Editions editions, Deliveries deliveries, Runs runs) {
        this.takeDown = takeDown;
        this.editions = editions;
        this.deliveries = deliveries;
        this.runs = runs;
    }

    /** An edition, and the run that sends it. */
    public record OnItsWay(EditionId edition, long run) {}

    @PostMapping
    ModelAndView takeDown(
            @PathVariable long id, @RequestParam(defaultValue = "") String reason, SignedInEditor editor) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return new ModelAndView("redirect:/desk/clippings/" + id + "?takedown=reason#takedown");
        }
        takeDown.takeDown(new ClippingId(id), why, editor.actor());
        return new ModelAndView("redirect:/desk/clippings/" + id + "/takedown");
    }

    @GetMapping
    ModelAndView done(@PathVariable long id) {
        List<OnItsWay> underWay = underWay(new ClippingId(id));
        return underWay.isEmpty()
                ? new ModelAndView("redirect:/desk/journal")
                : new ModelAndView("desk/taken-down").addObject("underWay", underWay);
    }

    private List<OnItsWay> underWay(ClippingId id) {
        return editions.carrying(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(edition ->
                        deliveries.find(edition).filter(Delivery::isOver).isEmpty())
                .flatMap(edition -> sending(edition).stream())
                .toList();
    }

    /** None where nothing was sent by a run that anybody could stop. */
    private Optional<OnItsWay> sending(EditionId edition) {
        return runs.of(edition).stream()
                .filter(run -> run.state() == RunState.DONE || run.state() == RunState.RUNNING)
                .map(Run::id)
                .findFirst()
                .map(run -> new OnItsWay(edition, run.value()));
    }
}
