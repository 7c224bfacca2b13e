package org.sampan.digest.owner;

import java.util.Locale;
import org.sampan.digest.mailserver.MailServer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is looked at when somebody posts to a list, in order, each with what it does. */
@Controller
@RequestMapping("/lists/{name}/manage/rules")
final class RulesPage {
    private final MailServer mailServer;

    RulesPage(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @GetMapping
    ModelAndView rules(OwnedList list, Locale language) {
        return list.page("rules").addObject("rules", mailServer.care().rules(list.address(), language));
    }
}
