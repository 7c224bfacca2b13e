package org.sampan.digest.owner;

import java.util.List;
import org.sampan.digest.mailserver.ListCare.Day;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.page.NotHere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A list at a glance: how it grows and what became of its mails. Moderators begin with what waits for them. */
@Controller
final class GlancePage {
    private static final int DAYS = 90;

    private final MailServer mailServer;

    GlancePage(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @GetMapping("/lists/{name}/manage")
    ModelAndView front(StewardedList list) {
        if (!list.role().isOwner()) {
            return list.redirect("/queue");
        }
        List<Day> days = mailServer.care().figures(list.address(), DAYS);
        if (days.isEmpty()) {
            throw new NotHere();
        }
        return list.page("front")
                .addObject("days", days)
                .addObject("growth", Chart.line(days, Day::members))
                .addObject("deliveries", Chart.bars(days, List.of(Day::sent, Day::deferred, Day::failed)))
                .addObject("bounces", Chart.bars(days, List.of(Day::bounced)));
    }
}
