package org.sampan.digest.owner;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.Person;
import org.sampan.digest.mailserver.RosterCare;
import org.sampan.digest.page.NotHere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One member: what they chose, how and when they came, what came back; and what an owner may do about it. */
@Controller
@RequestMapping("/lists/{name}/manage/member")
final class MemberPage {
    private static final Logger LOGGER = LoggerFactory.getLogger(MemberPage.class);

    private final RosterCare roster;

    MemberPage(RosterCare roster) {
        this.roster = roster;
    }

    @GetMapping
    ModelAndView show(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String done,
            OwnedList list) {
        return list.page("member")
                .addObject("record", record(list, email))
                .addObject("modes", List.of(DeliveryMode.values()))
                .addObject("done", done.equals("saved"));
    }

    @PostMapping
    ModelAndView change(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(defaultValue = "false") boolean moderated,
            OwnedList list) {
        RosterCare.Change change =
                new RosterCare.Change(DeliveryMode.parse(mode), Optional.of(moderated), Optional.empty());
        return changed(list, email, change);
    }

    @PostMapping("/state")
    ModelAndView suspendOrResume(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String state,
            OwnedList list) {
        Person.State wanted = switch (state) {
            case "active" -> Person.State.ACTIVE;
            case "suspended" -> Person.State.SUSPENDED;
            default -> throw new NotHere();
        };
        return changed(list, email, new RosterCare.Change(Optional.empty(), Optional.empty(), Optional.of(wanted)));
    }

    @GetMapping("/remove")
    ModelAndView ask(@RequestParam(defaultValue = "") String email, OwnedList list) {
        return list.page("member-remove")
                .addObject("member", record(list, email).member());
    }

    @PostMapping("/remove")
    ModelAndView remove(@RequestParam(defaultValue = "") String email, OwnedList list) {
        if (!roster.remove(list.address(), address(email))) {
            throw new NotHere();
        }
        LOGGER.info("event=member-removed list={}", list.address());
        return list.redirect("/members?done=removed");
    }

    private ModelAndView changed(OwnedList list, String email, RosterCare.Change change) {
        EmailAddress member = address(email);
        if (!roster.change(list.address(), member, change)) {
            throw new NotHere();
        }
        return list.redirect("/member?email={email}&done=saved").addObject("email", member.text());
    }

    private RosterCare.MemberRecord record(OwnedList list, String email) {
        return roster.record(list.address(), address(email)).orElseThrow(NotHere::new);
    }

    private static EmailAddress address(String email) {
        return EmailAddress.parse(email).orElseThrow(NotHere::new);
    }
}
