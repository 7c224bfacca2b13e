package org.sampan.digest.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.Installation;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.ListCare;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerRefused;
import org.sampan.digest.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new list: its name, who answers for it, and every setting with what it does. */
@Controller
@RequestMapping("/manage/new")
final class NewListPage {
    private static final Logger LOGGER = LoggerFactory.getLogger(NewListPage.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final Installation installation;
    private final MailServer mailServer;
    private final Settings settings;

    NewListPage(Installation installation, MailServer mailServer, Settings settings) {
        this.installation = installation;
        this.mailServer = mailServer;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView form() {
        return page("", "", Map.of(), "");
    }

    @PostMapping
    ModelAndView make(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String owner,
            HttpServletRequest request) {
        Map<String, String> chosen = chosen(request);
        String name = address.strip().toLowerCase(Locale.ROOT);
        Optional<EmailAddress> steward = EmailAddress.parse(owner);
        if (!NAME.matcher(name).matches()) {
            return page(address, owner, chosen, "address");
        }
        if (!owner.isBlank() && steward.isEmpty()) {
            return page(address, owner, chosen, "owner");
        }
        ListAddress list = ListAddress.of(name, settings.domain());
        try {
            installation.make(list, chosen);
        } catch (MailServerRefused refused) {
            return page(address, owner, chosen, "refused").addObject("words", String.valueOf(refused.getMessage()));
        }
        steward.ifPresent(it -> mailServer.care().give(list, ListCare.Role.OWNERS, it.text()));
        LOGGER.info("event=list-made list={}", list);
        return new ModelAndView("redirect:/manage?done=made");
    }

    /** Only what differs from the standard, which may change with a new version. */
    private Map<String, String> chosen(HttpServletRequest request) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (ListCare.Setting setting : mailServer.care().standards()) {
            String wanted = request.getParameter("set." + setting.name());
            if (wanted != null && !wanted.equals(setting.value())) {
                chosen.put(setting.name(), wanted);
            }
        }
        return chosen;
    }

    /** @param bad what is not right: {@code address}, {@code owner}, {@code refused}; empty on a first look */
    private ModelAndView page(String address, String owner, Map<String, String> chosen, String bad) {
        List<ListCare.Setting> settingsShown = mailServer.care().standards().stream()
                .map(it -> it.with(chosen.getOrDefault(it.name(), it.value())))
                .toList();
        return new ModelAndView("operator/new-list")
                .addObject("address", address)
                .addObject("ownerEmail", owner)
                .addObject("domain", settings.domain())
                .addObject("settings", settingsShown)
                .addObject("bad", bad)
                .addObject("words", "");
    }
}
