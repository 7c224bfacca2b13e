package org.sampan.digest.owner;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.mailserver.HeldItem;
import org.sampan.digest.mailserver.LinkToken;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerRefused;
import org.sampan.digest.mailserver.Moderation.Choice;
import org.sampan.digest.mailserver.Moderation.Verdict;
import org.sampan.digest.page.NotHere;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What waits for a decision on one list. Each post leads to the same safe page as the link in the mail; several at once are approved or
 * discarded by their boxes. Who decides is who is signed in.
 */
@Controller
@RequestMapping("/lists/{name}/manage/queue")
final class QueuePage {
    private static final Set<Choice> FOR_SEVERAL = Set.of(Choice.APPROVE, Choice.DISCARD);
    private static final int MOST_AT_ONCE = 200;

    private final MailServer mailServer;

    QueuePage(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @GetMapping
    ModelAndView queue(
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") int decided,
            @RequestParam(defaultValue = "0") int late,
            Locale language,
            StewardedList list) {
        return list.page("queue")
                .addObject("held", held(list))
                .addObject("decisions", mailServer.care().decisions(list.address(), language))
                .addObject("done", done.matches("approve|discard|none") ? done : "")
                .addObject("decided", decided)
                .addObject("late", late);
    }

    @PostMapping
    ModelAndView decide(
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(name = "post", required = false) @Nullable List<String> posts,
            StewardedList list) {
        Choice choice = Choice.of(decision).filter(FOR_SEVERAL::contains).orElseThrow(NotHere::new);
        List<String> chosen = posts == null
                ? List.of()
                : posts.stream().filter(it -> !it.isBlank()).toList();
        List<LinkToken> tokens = held(list).stream()
                .map(HeldItem::token)
                .filter(chosen::contains)
                .limit(MOST_AT_ONCE)
                .flatMap(it -> LinkToken.parse(it).stream())
                .toList();
        if (chosen.isEmpty()) {
            return list.redirect("/queue?done=none");
        }
        long decided = tokens.stream().filter(it -> decided(it, choice)).count();
        return list.redirect(
                "/queue?done=" + choice.word() + "&decided=" + decided + "&late=" + (chosen.size() - decided));
    }

    /** False when somebody else was faster. */
    private boolean decided(LinkToken token, Choice choice) {
        try {
            return mailServer.decide(token, new Verdict(choice, "", "")).isPresent();
        } catch (MailServerRefused refused) {
            if (refused.status() != HttpStatus.CONFLICT.value()) {
                throw refused;
            }
            return false;
        }
    }

    private List<HeldItem> held(StewardedList list) {
        return mailServer.heldFor(list.reader().email()).stream()
                .filter(it -> it.list().equals(list.address()))
                .toList();
    }
}
