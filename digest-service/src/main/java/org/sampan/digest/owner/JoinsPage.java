package org.sampan.digest.owner;

import java.util.Arrays;
import java.util.List;
import org.sampan.digest.mailserver.ListCare;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.page.NotHere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who wants to come on a list, and who let in whom; and, for owners, asking people to. */
@Controller
@RequestMapping("/lists/{name}/manage")
final class JoinsPage {
    private static final int MOST_INVITED = 500;

    private final MailServer mailServer;

    JoinsPage(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @GetMapping("/joins")
    ModelAndView joins(@RequestParam(defaultValue = "") String done, StewardedList list) {
        return page(list, done);
    }

    @PostMapping("/joins/{id}")
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            StewardedList list) {
        boolean admit = decision.equals("admit");
        if (!admit && !decision.equals("refuse")) {
            throw new NotHere();
        }
        boolean decided = mailServer
                .care()
                .decide(list.address(), id, admit, list.reader().email().text(), reason);
        return list.redirect("/joins?done=" + (decided ? decision : "late"));
    }

    @PostMapping("/invitations")
    ModelAndView invite(
            @RequestParam(defaultValue = "") String emails,
            @RequestParam(defaultValue = "") String words,
            OwnedList list) {
        List<ListCare.Invitee> people = Arrays.stream(emails.split("[\\s,;]+"))
                .filter(it -> !it.isBlank())
                .limit(MOST_INVITED)
                .map(it -> new ListCare.Invitee(it, "", ""))
                .toList();
        List<ListCare.Invited> results =
                people.isEmpty() ? List.of() : mailServer.care().invite(list.address(), people, words.strip());
        return page(list.open(), "").addObject("results", results);
    }

    private ModelAndView page(StewardedList list, String done) {
        return list.page("joins")
                .addObject("waiting", mailServer.care().waiting(list.address()))
                .addObject("admissions", mailServer.care().admissions(list.address()))
                .addObject("results", List.of())
                .addObject("done", List.of("admit", "refuse", "late").contains(done) ? done : "");
    }
}
