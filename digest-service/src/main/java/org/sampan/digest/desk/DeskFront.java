package org.sampan.digest.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The way in: what waits for somebody. */
@Controller
final class DeskFront {
    @GetMapping("/desk")
    ModelAndView front(SignedInEditor editor) {
        return new ModelAndView("desk/front");
    }
}
