package org.sampan.digest.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.Person;
import org.sampan.digest.page.Reader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What lists a signed-in person is on. */
@Controller
final class AccountPage {
    private final MailServer mailServer;

    AccountPage(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @GetMapping("/account")
    ModelAndView account(HttpServletRequest request) {
        Optional<Reader> reader = Reader.of(request);
        if (reader.isEmpty()) {
            return new ModelAndView(new RedirectView("/account/sign-in"));
        }
        List<Person.Subscription> subscriptions = mailServer
                .person(reader.get().email())
                .map(Person::subscriptions)
                .orElseGet(List::of);
        return new ModelAndView("account")
                .addObject("email", reader.get().email().text())
                .addObject("subscriptions", subscriptions);
    }
}
