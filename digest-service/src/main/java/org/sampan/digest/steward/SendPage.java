package org.sampan.digest.steward;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.sampan.digest.mailserver.LinkToken;
import org.sampan.digest.mailserver.SendCare;
import org.sampan.digest.mailserver.SendUnderWay;
import org.sampan.digest.mailserver.SendUnderWay.Change;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.VisitorLimit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A send for one owner: how it stands, and buttons to pause, resume or cancel it. Only the form changes anything. */
@Controller
final class SendPage {
    private final VisitorLimit misses = new VisitorLimit(30, Duration.ofMinutes(10));
    private final SendCare sends;

    SendPage(SendCare sends) {
        this.sends = sends;
    }

    @GetMapping("/sends/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        return LinkToken.parse(token)
                .flatMap(sends::send)
                .map(send -> page(new SendCare.Changed<>(send, false)))
                .orElseGet(() -> unknown(request));
    }

    @PostMapping("/sends/{token}")
    ModelAndView change(@PathVariable String token, @RequestParam String change, HttpServletRequest request) {
        Change wanted = Change.of(change).orElseThrow(NotHere::new);
        return LinkToken.parse(token)
                .flatMap(known -> sends.change(known, wanted))
                .map(SendPage::page)
                .orElseGet(() -> unknown(request));
    }

    private static ModelAndView page(SendCare.Changed<SendUnderWay> changed) {
        return new ModelAndView("send").addObject("send", changed.now()).addObject("tooLate", changed.tooLate());
    }

    private ModelAndView unknown(HttpServletRequest request) {
        misses.count(request);
        ModelAndView page = new ModelAndView("link-lost").addObject("kind", "unknown");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
