package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.JoinRequest;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.RateLimit;
import org.sampan.digest.page.Reader;
import org.sampan.digest.page.VisitorLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A list's page and its join form. Whoever is on the list already gets the very same answer. */
@Controller
final class ListPage {
    private static final Logger LOGGER = LoggerFactory.getLogger(ListPage.class);
    private static final int LONGEST_NAME = 100;

    private final VisitorLimit joins = new VisitorLimit(20, Duration.ofMinutes(10));
    private final RateLimit mailsToOneAddress = new RateLimit(3, Duration.ofHours(1));
    private final ListDoor door;
    private final MailServer mailServer;
    private final Newsstand newsstand;

    ListPage(ListDoor door, MailServer mailServer, Newsstand newsstand) {
        this.door = door;
        this.mailServer = mailServer;
        this.newsstand = newsstand;
    }

    @GetMapping("/lists/{name}")
    String list(@PathVariable String name, HttpServletRequest request, Locale language, Model page) {
        MailingList list = open(name, request);
        page.addAttribute("steward", door.isLookedAfter(list, Reader.of(request)));
        return form(page, list, new JoinForm("", "", language.getLanguage(), ""), false);
    }

    @PostMapping("/lists/{name}")
    String join(@PathVariable String name, @ModelAttribute JoinForm form, HttpServletRequest request, Model page) {
        MailingList list = open(name, request);
        if (!list.takesJoins()) {
            throw new NotHere();
        }
        joins.count(request);
        Optional<EmailAddress> email = EmailAddress.parse(form.email());
        if (email.isEmpty()) {
            return form(page, list, form, true);
        }
        if (form.isByAPerson()) {
            askToConfirm(list, email.get(), form, request.getRemoteAddr());
        } else {
            LOGGER.info("event=join-by-robot list={}", list.address());
        }
        page.addAttribute("list", list);
        page.addAttribute("email", email.get().text());
        return "joined";
    }

    private MailingList open(String name, HttpServletRequest request) {
        return door.open(name, Reader.of(request)).orElseThrow(NotHere::new);
    }

    private String form(Model page, MailingList list, JoinForm form, boolean bad) {
        page.addAttribute("list", list);
        page.addAttribute("series", newsstand.seriesOf(list.address().name()));
        page.addAttribute("form", form);
        page.addAttribute("bad", bad);
        return "list";
    }

    /** Too many mails to one person are not sent, but not told either: that would say who is asked about. */
    private void askToConfirm(MailingList list, EmailAddress email, JoinForm form, String visitor) {
        if (mailsToOneAddress.admits(email.text())) {
            mailServer.join(list.address(), new JoinRequest(email, form.oneLineName(), form.language(), visitor));
        } else {
            LOGGER.warn("event=join-too-often list={}", list.address());
        }
    }

    /**
     * What came in.
     *
     * @param website only robots fill it
     */
    public record JoinForm(String email, String name, String language, String website) {
        public JoinForm(
                @Nullable String email, @Nullable String name, @Nullable String language, @Nullable String website) {
            this.email = orEmpty(email);
            this.name = orEmpty(name);
            this.language = orEmpty(language).matches("[a-zA-Z-]{2,20}") ? orEmpty(language) : "";
            this.website = orEmpty(website);
        }

        boolean isByAPerson() {
            return website.isBlank();
        }

        String oneLineName() {
            String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
            return line.substring(0, Math.min(line.length(), LONGEST_NAME));
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
