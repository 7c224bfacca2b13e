package org.sampan.digest.operator;

import java.util.Locale;
import org.sampan.digest.mailserver.Installation;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The end of a list with its members and posts, once its name has been typed. */
@Controller
@RequestMapping("/manage/remove/{name}")
final class RemoveListPage {
    private static final Logger LOGGER = LoggerFactory.getLogger(RemoveListPage.class);

    private final Installation installation;
    private final MailServer mailServer;
    private final Settings settings;

    RemoveListPage(Installation installation, MailServer mailServer, Settings settings) {
        this.installation = installation;
        this.mailServer = mailServer;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String name) {
        return page(list(name), false);
    }

    @PostMapping
    ModelAndView remove(@PathVariable String name, @RequestParam(defaultValue = "") String typed) {
        MailingList list = list(name);
        if (!typed.strip().toLowerCase(Locale.ROOT).equals(list.address().name())) {
            return page(list, true);
        }
        installation.remove(list.address());
        LOGGER.warn("event=list-removed list={}", list.address());
        return new ModelAndView("redirect:/manage?done=removed");
    }

    private MailingList list(String name) {
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new NotHere();
        }
        return mailServer.list(ListAddress.of(name, settings.domain())).orElseThrow(NotHere::new);
    }

    private static ModelAndView page(MailingList list, boolean mistyped) {
        return new ModelAndView("operator/remove-list").addObject("list", list).addObject("mistyped", mistyped);
    }
}
