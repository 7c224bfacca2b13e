package org.sampan.digest.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.Person;
import org.sampan.digest.page.Reader;
import org.sampan.digest.role.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What lists a signed-in person is on, and how all of them come. */
@Controller
@RequestMapping("/account")
final class AccountPage {
    /** Before a list's address: the name of its field. */
    private static final String MODE = "mode:";

    private final MailServer mailServer;
    private final Roles roles;
    private final Clock clock;

    AccountPage(MailServer mailServer, Roles roles, Clock clock) {
        this.mailServer = mailServer;
        this.roles = roles;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView account(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return Reader.of(request).map(it -> page(it, done)).orElseGet(AccountPage::signIn);
    }

    @PostMapping
    ModelAndView save(@ModelAttribute ReaderChoices.Form choices, HttpServletRequest request) {
        Optional<Reader> reader = Reader.of(request);
        reader.ifPresent(it -> save(it, choices, request));
        return reader.isPresent() ? seeOther("/account?done=saved") : signIn();
    }

    static ModelAndView signIn() {
        return seeOther("/account/sign-in");
    }

    static ModelAndView seeOther(String path) {
        return new ModelAndView("redirect:" + path);
    }

    private void save(Reader reader, ReaderChoices.Form choices, HttpServletRequest request) {
        Optional<Person> person = mailServer.change(reader.email(), choices.change());
        person.map(Person::subscriptions).orElse(List.of()).forEach(it -> {
            String wanted =
                    Optional.ofNullable(request.getParameter(MODE + it.list())).orElse("");
            DeliveryMode.parse(wanted)
                    .filter(mode -> mode != it.mode())
                    .ifPresent(mode -> mailServer.change(it.list(), reader.email(), mode));
        });
    }

    private ModelAndView page(Reader reader, String done) {
        Optional<Person> person = mailServer.person(reader.email());
        ModelAndView page = new ModelAndView("account")
                .addObject("email", reader.email().text())
                .addObject("done", done.matches("saved|asked|moved|removed") ? done : "")
                .addObject("modes", List.of(DeliveryMode.values()))
                .addObject("addresses", person.map(Person::addresses).orElse(List.of()))
                .addObject("lookedAfter", roles.lookedAfterBy(reader.email()))
                .addObject("operator", roles.isOperator(reader.email()))
                .addObject("subscriptions", person.map(Person::subscriptions).orElse(List.of()));
        person.ifPresent(it -> page.addObject("choices", ReaderChoices.of(it, clock)));
        return page;
    }
}
