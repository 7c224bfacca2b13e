package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.sampan.digest.mailserver.Confirmation;
import org.sampan.digest.mailserver.LinkToken;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.page.ReaderLanguage;
import org.sampan.digest.page.VisitorLimit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The link in a confirmation mail. Opening it shows; only the button acts: mail scanners open every link. */
@Controller
final class ConfirmPage {
    private final VisitorLimit misses = new VisitorLimit(30, Duration.ofMinutes(10));
    private final MailServer mailServer;

    ConfirmPage(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @GetMapping("/confirm/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        return LinkToken.parse(token)
                .flatMap(mailServer::confirmation)
                .map(asked -> page("confirm", "asked", asked, request))
                .orElseGet(() -> expired(request));
    }

    @PostMapping("/confirm/{token}")
    ModelAndView confirm(@PathVariable String token, HttpServletRequest request) {
        Optional<Confirmation> done = LinkToken.parse(token).flatMap(mailServer::confirm);
        return done.map(confirmed -> page("confirmed", "done", confirmed, request))
                .orElseGet(() -> expired(request));
    }

    private static ModelAndView page(
            String template, String name, Confirmation confirmation, HttpServletRequest request) {
        ReaderLanguage.isKnownAs(request, confirmation.language());
        return new ModelAndView(template).addObject(name, confirmation);
    }

    private ModelAndView expired(HttpServletRequest request) {
        misses.count(request);
        ModelAndView page = new ModelAndView("link-lost").addObject("kind", "expired");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
