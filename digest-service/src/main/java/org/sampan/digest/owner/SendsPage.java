package org.sampan.digest.owner;

import java.util.Optional;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.PostId;
import org.sampan.digest.mailserver.SendCare;
import org.sampan.digest.mailserver.SendUnderWay.Change;
import org.sampan.digest.mailserver.SendUnderWay.Progress;
import org.sampan.digest.page.NotHere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A list's posts on their way to its readers: how far each is, who did not get it, and stopping it. */
@Controller
@RequestMapping("/lists/{name}/manage/sends")
final class SendsPage {
    private static final int PAGE = 20;

    private final SendCare sends;
    private final MailServer mailServer;

    SendsPage(SendCare sends, MailServer mailServer) {
        this.sends = sends;
        this.mailServer = mailServer;
    }

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "") String after, OwnedList list) {
        return list.page("sends")
                .addObject("first", after.isEmpty())
                .addObject(
                        "found",
                        sends.page(list.address(), PostId.parse(after), PAGE).orElseThrow(NotHere::new));
    }

    @GetMapping("/{post}")
    ModelAndView one(@PathVariable String post, @RequestParam(defaultValue = "") String after, OwnedList list) {
        PostId id = id(post);
        Progress progress = sends.progress(list.address(), id).orElseThrow(NotHere::new);
        return page(list, id, new SendCare.Changed<>(progress, false), after);
    }

    @PostMapping("/{post}")
    ModelAndView change(@PathVariable String post, @RequestParam(defaultValue = "") String change, OwnedList list) {
        PostId id = id(post);
        Change wanted = Change.of(change).orElseThrow(NotHere::new);
        return page(
                list, id, sends.change(list.address(), id, wanted, list.owner()).orElseThrow(NotHere::new), "");
    }

    private ModelAndView page(OwnedList list, PostId post, SendCare.Changed<Progress> changed, String after) {
        String from = after.matches("\\d{1,18}") ? after : "";
        return list.page("send")
                .addObject("post", mailServer.post(list.address(), post).orElseThrow(NotHere::new))
                .addObject("delivery", changed.now())
                .addObject("tooLate", changed.tooLate())
                .addObject(
                        "troubled", sends.troubled(list.address(), post, from).orElseThrow(NotHere::new));
    }

    private static PostId id(String post) {
        return Optional.of(post).flatMap(PostId::parse).orElseThrow(NotHere::new);
    }
}
