package org.sampan.digest.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.LinkToken;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.Person;
import org.sampan.digest.mailserver.Unsubscription;
import org.sampan.digest.page.ReaderLanguage;
import org.sampan.digest.page.VisitorLimit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The link in every mail to choose how one list comes. It names one person and one list and never expires, so it may be read in a
 * forwarded mail: it neither tells of other lists nor exports nor erases; for these the page sends who asks to sign in.
 */
@Controller
final class PreferencesPage {
    private final VisitorLimit misses = new VisitorLimit(30, Duration.ofMinutes(10));
    private final MailServer mailServer;
    private final Clock clock;

    PreferencesPage(MailServer mailServer, Clock clock) {
        this.mailServer = mailServer;
        this.clock = clock;
    }

    @GetMapping("/preferences/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        return find(token).map(link -> page(link, token, false, request)).orElseGet(() -> unknown(request));
    }

    @PostMapping("/preferences/{token}")
    ModelAndView save(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String mode,
            @ModelAttribute ReaderChoices.Form choices,
            HttpServletRequest request) {
        Optional<Unsubscription> link = find(token).filter(it -> it.state() == Unsubscription.State.SUBSCRIBED);
        link.ifPresent(it -> {
            mailServer.change(it.email(), choices.change());
            DeliveryMode.parse(mode).ifPresent(wanted -> mailServer.change(it.list(), it.email(), wanted));
        });
        return link.map(it -> page(it, token, true, request)).orElseGet(() -> unknown(request));
    }

    private Optional<Unsubscription> find(String token) {
        return LinkToken.parse(token).flatMap(mailServer::unsubscription);
    }

    private ModelAndView page(Unsubscription link, String token, boolean saved, HttpServletRequest request) {
        Optional<Person> person =
                link.state() == Unsubscription.State.SUBSCRIBED ? mailServer.person(link.email()) : Optional.empty();
        Optional<Person.Subscription> subscription = person.flatMap(it -> it.on(link.list()));
        if (subscription.isEmpty()) {
            return new ModelAndView("redirect:/leave/" + token);
        }
        ReaderLanguage.isKnownAs(request, person.orElseThrow().knownLanguage().orElse(link.language()));
        return new ModelAndView("preferences")
                .addObject("subscription", subscription.get())
                .addObject("email", link.email().text())
                .addObject("choices", ReaderChoices.of(person.orElseThrow(), clock))
                .addObject("modes", List.of(DeliveryMode.values()))
                .addObject("saved", saved);
    }

    private ModelAndView unknown(HttpServletRequest request) {
        misses.count(request);
        ModelAndView page = new ModelAndView("link-lost").addObject("kind", "unknown");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
