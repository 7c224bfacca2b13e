package org.sampan.digest.owner;

import org.sampan.digest.mailserver.ListCare;
import org.sampan.digest.mailserver.ListCare.Role;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerRefused;
import org.sampan.digest.mailserver.Stewards;
import org.sampan.digest.page.NotHere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Owners, moderators and who is banned. The last owner stays until another one is named. */
@Controller
@RequestMapping("/lists/{name}/manage/stewards")
final class StewardsPage {
    private static final Logger LOGGER = LoggerFactory.getLogger(StewardsPage.class);

    private final MailServer mailServer;

    StewardsPage(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "") String done, OwnedList list) {
        return page(list, done.matches("saved|last") ? done : "", "");
    }

    @PostMapping("/{role}")
    ModelAndView give(@PathVariable String role, @RequestParam(defaultValue = "") String email, OwnedList list) {
        Role wanted = Role.of(role).orElseThrow(NotHere::new);
        try {
            care().give(list.address(), wanted, email.strip());
        } catch (MailServerRefused refused) {
            return page(list, "", wanted.word()).addObject("typed", email);
        }
        LOGGER.info("event=steward-added list={} role={}", list.address(), wanted.word());
        return list.redirect("/stewards?done=saved");
    }

    @PostMapping("/{role}/remove")
    ModelAndView take(@PathVariable String role, @RequestParam(defaultValue = "") String email, OwnedList list) {
        Role wanted = Role.of(role).orElseThrow(NotHere::new);
        boolean taken = care().take(list.address(), wanted, email.strip());
        LOGGER.info("event=steward-removed list={} role={} done={}", list.address(), wanted.word(), taken);
        return list.redirect("/stewards?done=" + (taken ? "saved" : "last"));
    }

    /** @param bad of which role something was typed that is no address */
    private ModelAndView page(OwnedList list, String done, String bad) {
        return list.page("stewards")
                .addObject("stewards", mailServer.stewards(list.address()).orElse(Stewards.NOBODY))
                .addObject("self", list.owner().text())
                .addObject("done", done)
                .addObject("bad", bad)
                .addObject("typed", "");
    }

    private ListCare care() {
        return mailServer.care();
    }
}
