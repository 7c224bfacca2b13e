package org.sampan.digest.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.page.Reader;
import org.sampan.digest.page.ReaderSessions;
import org.sampan.digest.page.VisitorLimit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Signing in: an address, a mail, a link, a button. Opening the link alone signs nobody in: mail scanners do that. */
@Controller
@RequestMapping("/account/sign-in")
final class SignInPages {
    /** Where a link may lead afterwards: to pages of lists and the newsroom, never out of this site. */
    private static final Pattern NEXT =
            Pattern.compile("/(?:lists|desk|manage|statements|news)(?:/[a-z0-9][a-z0-9._-]{0,63}){0,6}");

    private final VisitorLimit requests = new VisitorLimit(20, Duration.ofMinutes(10));
    private final VisitorLimit misses = new VisitorLimit(30, Duration.ofMinutes(10));
    private final SignInByMail signInByMail;
    private final SignInLinks links;
    private final MailServer mailServer;
    private final ReaderSessions sessions;
    private final Clock clock;

    SignInPages(
            SignInByMail signInByMail, SignInLinks links, MailServer mailServer, ReaderSessions sessions, Clock clock) {
        this.signInByMail = signInByMail;
        this.links = links;
        this.mailServer = mailServer;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(@RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        return Reader.of(request).isPresent() ? seeOther("/account") : form(allowed(next), "", false);
    }

    @PostMapping
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            Locale language) {
        requests.count(request);
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return form(allowed(next), email, true);
        }
        if (!mailServer.isUp()) {
            throw new MailServerUnavailable("no sign-in link can be mailed");
        }
        signInByMail.send(new SignInLink(address.get(), allowed(next)), language);
        return new ModelAndView("sign-in-sent")
                .addObject("email", address.get().text())
                .addObject("minutes", SignInByMail.VALID.toMinutes());
    }

    @GetMapping("/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        return SignInToken.parse(token)
                .flatMap(known -> links.find(known, clock.instant()))
                .map(link -> new ModelAndView("sign-in-confirm")
                        .addObject("email", link.email().text()))
                .orElseGet(() -> expired(request));
    }

    @PostMapping("/{token}")
    ModelAndView signIn(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignInLink> link = SignInToken.parse(token).flatMap(known -> links.use(known, clock.instant()));
        if (link.isEmpty()) {
            return expired(request);
        }
        sessions.begin(new Reader(link.get().email()), request, response);
        return seeOther(link.get().next().isEmpty() ? "/account" : link.get().next());
    }

    private static String allowed(String next) {
        return NEXT.matcher(next).matches() ? next : "";
    }

    private static ModelAndView form(String next, String email, boolean bad) {
        return new ModelAndView("sign-in")
                .addObject("next", next)
                .addObject("email", email)
                .addObject("bad", bad);
    }

    private ModelAndView expired(HttpServletRequest request) {
        misses.count(request);
        ModelAndView page = new ModelAndView("sign-in-expired");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private static ModelAndView seeOther(String path) {
        RedirectView redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
