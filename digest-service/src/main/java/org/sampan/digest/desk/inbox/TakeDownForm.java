package org.sampan.digest.desk.inbox;

import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.TakeDown;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes a clipping down for good; asked for with a reason, which stays when all else is gone. */
@Controller
final class TakeDownForm {
    private static final int LONGEST_REASON = 2_000;

    private final TakeDown takeDown;

    TakeDownForm(TakeDown takeDown) {
        this.takeDown = takeDown;
    }

    @PostMapping("/desk/clippings/{id}/takedown")
    ModelAndView takeDown(
            @PathVariable long id, @RequestParam(defaultValue = "") String reason, SignedInEditor editor) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return new ModelAndView("redirect:/desk/clippings/" + id + "?takedown=reason#takedown");
        }
        takeDown.takeDown(new ClippingId(id), why, editor.actor());
        return new ModelAndView("redirect:/desk/journal");
    }
}
