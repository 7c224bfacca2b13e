package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.sampan.digest.mailserver.LinkToken;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.Resumption;
import org.sampan.digest.page.ReaderLanguage;
import org.sampan.digest.page.VisitorLimit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The link in mails to an address whose mail came back: pressing the button takes delivery up again. Opening the link alone does
 * not, since programs that look for harmful links open it too, even for mailboxes nobody reads.
 */
@Controller
final class ResumePage {
    private final VisitorLimit misses = new VisitorLimit(30, Duration.ofMinutes(10));
    private final MailServer mailServer;

    ResumePage(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @GetMapping("/resume/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        return LinkToken.parse(token)
                .flatMap(mailServer::resumption)
                .map(asked -> page(asked.state() == Resumption.State.GONE ? "resumed" : "resume", asked, request))
                .orElseGet(() -> unknown(request));
    }

    @PostMapping("/resume/{token}")
    ModelAndView resume(@PathVariable String token, HttpServletRequest request) {
        return LinkToken.parse(token)
                .flatMap(mailServer::resume)
                .map(done -> page("resumed", done, request))
                .orElseGet(() -> unknown(request));
    }

    private static ModelAndView page(String template, Resumption reader, HttpServletRequest request) {
        ReaderLanguage.isKnownAs(request, reader.language());
        return new ModelAndView(template)
                .addObject("reader", reader)
                .addObject("state", reader.state().name());
    }

    private ModelAndView unknown(HttpServletRequest request) {
        misses.count(request);
        ModelAndView page = new ModelAndView("link-lost").addObject("kind", "unknown");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
