package org.sampan.digest.portal;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.mailserver.MailingList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What there is: the newest editions and the open lists. */
@Controller
final class FrontPage {
    private static final Logger LOGGER = LoggerFactory.getLogger(FrontPage.class);
    private static final int NEWEST = 5;

    private final MailServer mailServer;
    private final Newsstand newsstand;

    FrontPage(MailServer mailServer, Newsstand newsstand) {
        this.mailServer = mailServer;
        this.newsstand = newsstand;
    }

    @GetMapping("/")
    String front(Model page) {
        page.addAttribute("editions", newsstand.cards(Optional.empty(), NEWEST));
        List<MailingList> lists = openLists();
        page.addAttribute(
                "series",
                lists.stream()
                        .flatMap(list -> newsstand.seriesOf(list.address().name()).stream())
                        .toList());
        page.addAttribute("lists", lists);
        return "front";
    }

    @GetMapping("/news")
    String news(Model page) {
        return front(page);
    }

    /** Editions can be read while the mail server is away. */
    private List<MailingList> openLists() {
        try {
            return mailServer.lists().stream().filter(MailingList::isPublic).toList();
        } catch (MailServerUnavailable away) {
            LOGGER.warn("event=mail-server-away page=front problem={}", away.getMessage());
            return List.of();
        }
    }
}
