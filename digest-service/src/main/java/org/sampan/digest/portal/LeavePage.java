package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.sampan.digest.mailserver.JoinRequest;
import org.sampan.digest.mailserver.LinkToken;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Unsubscription;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.RateLimit;
import org.sampan.digest.page.ReaderLanguage;
import org.sampan.digest.page.VisitorLimit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The leave link of every mail, for people (a button) and for mail programs: a POST alone is enough (RFC 8058), it needs
 * no cookie and is answered without a redirect. Opening the link changes nothing.
 */
@Controller
final class LeavePage {
    private static final int LONGEST_REASON = 500;

    private final VisitorLimit misses = new VisitorLimit(30, Duration.ofMinutes(10));
    private final RateLimit returns = new RateLimit(3, Duration.ofHours(1));
    private final MailServer mailServer;

    LeavePage(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @GetMapping("/leave/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        return LinkToken.parse(token)
                .flatMap(mailServer::unsubscription)
                .map(asked -> asked.state() == Unsubscription.State.SUBSCRIBED
                        ? page("leave", asked, request).addObject("asked", asked)
                        : left(asked, request))
                .orElseGet(() -> unknown(request));
    }

    @PostMapping("/leave/{token}")
    ModelAndView leave(
            @PathVariable String token, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        return LinkToken.parse(token)
                .flatMap(known -> mailServer.leave(known, cut(reason)))
                .map(done -> left(done, request))
                .orElseGet(() -> unknown(request));
    }

    @PostMapping("/leave/{token}/undo")
    ModelAndView joinAgain(@PathVariable String token, HttpServletRequest request) {
        return LinkToken.parse(token)
                .flatMap(mailServer::undoLeaving)
                .map(reader -> reader.state() == Unsubscription.State.SUBSCRIBED
                        ? page("back", reader, request).addObject("done", reader)
                        : joinAgain(reader, request))
                .orElseGet(() -> unknown(request));
    }

    private ModelAndView joinAgain(Unsubscription reader, HttpServletRequest request) {
        MailingList list = mailServer.list(reader.list()).orElseThrow(NotHere::new);
        if (!list.takesJoins()) {
            throw new NotHere();
        }
        if (returns.admits(reader.email() + " " + reader.list())) {
            mailServer.join(
                    reader.list(), new JoinRequest(reader.email(), "", reader.language(), request.getRemoteAddr()));
        }
        return page("joined", reader, request)
                .addObject("list", list)
                .addObject("email", reader.email().text());
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private ModelAndView left(Unsubscription done, HttpServletRequest request) {
        boolean takesJoins =
                mailServer.list(done.list()).filter(MailingList::takesJoins).isPresent();
        return page("left", done, request)
                .addObject("done", done)
                .addObject("wasOn", done.state() == Unsubscription.State.LEFT)
                .addObject("takesJoins", takesJoins)
                .addObject("undo", request.getRequestURI() + "/undo");
    }

    private static ModelAndView page(String template, Unsubscription reader, HttpServletRequest request) {
        ReaderLanguage.isKnownAs(request, reader.language());
        return new ModelAndView(template);
    }

    private ModelAndView unknown(HttpServletRequest request) {
        misses.count(request);
        ModelAndView page = new ModelAndView("link-lost").addObject("kind", "unknown");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
