package org.sampan.digest.owner;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.mailserver.ListCare;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerRefused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everything that can be set on a list, each with what it does. */
@Controller
@RequestMapping("/lists/{name}/manage/settings")
final class SettingsPage {
    private final MailServer mailServer;

    SettingsPage(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @GetMapping
    ModelAndView settings(@RequestParam(defaultValue = "") String done, OwnedList list) {
        return page(list, done, "");
    }

    @PostMapping
    ModelAndView change(OwnedList list, HttpServletRequest request) {
        try {
            mailServer.care().change(list.address(), changed(list, request));
            return list.redirect("/settings?done=saved");
        } catch (MailServerRefused refused) {
            return page(list, "", String.valueOf(refused.getMessage()));
        }
    }

    private ModelAndView page(OwnedList list, String done, String problem) {
        return list.page("settings")
                .addObject("settings", mailServer.care().settings(list.address()))
                .addObject("done", done.equals("saved"))
                .addObject("problem", problem);
    }

    /** Only what differs from what was shown: an owner on a phone may have had the page open for long. */
    private Map<String, String> changed(OwnedList list, HttpServletRequest request) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (ListCare.Setting setting : mailServer.care().settings(list.address())) {
            String wanted = request.getParameter("set." + setting.name());
            String shown = Optional.ofNullable(request.getParameter("was." + setting.name()))
                    .orElse("");
            if (wanted != null && !wanted.equals(shown)) {
                changed.put(setting.name(), wanted);
            }
        }
        return changed;
    }
}
