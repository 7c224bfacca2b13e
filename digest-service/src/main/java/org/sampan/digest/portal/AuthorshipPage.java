package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.sampan.digest.mailserver.Authorship;
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

/** "Is this from you?" Opening the link shows the post; only the button sends it: mail scanners open every link. */
@Controller
final class AuthorshipPage {
    private final VisitorLimit misses = new VisitorLimit(30, Duration.ofMinutes(10));
    private final MailServer mailServer;

    AuthorshipPage(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @GetMapping("/authorship/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        return page(LinkToken.parse(token).flatMap(mailServer::authorship), request);
    }

    @PostMapping("/authorship/{token}")
    ModelAndView confirm(@PathVariable String token, HttpServletRequest request) {
        return page(LinkToken.parse(token).flatMap(mailServer::confirmAuthorship), request);
    }

    private ModelAndView page(Optional<Authorship> found, HttpServletRequest request) {
        return found.map(post -> {
                    ReaderLanguage.isKnownAs(request, post.language());
                    return new ModelAndView("authorship").addObject("post", post);
                })
                .orElseGet(() -> lost(request));
    }

    private ModelAndView lost(HttpServletRequest request) {
        misses.count(request);
        ModelAndView page = new ModelAndView("link-lost").addObject("kind", "expired");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
