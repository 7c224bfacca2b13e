package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.sampan.digest.mailserver.MailArchive;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerRefused;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Post;
import org.sampan.digest.mailserver.PostId;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.Reader;
import org.sampan.digest.page.VisitorLimit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where an owner takes a post, or what it says, out of the archive. To everybody else there is no such page. */
@Controller
@RequestMapping("/lists/{name}/posts/{id}/removal")
final class RemovalPage {
    private static final int LONGEST_REASON = 300;

    private final VisitorLimit removals = new VisitorLimit(60, Duration.ofMinutes(10));
    private final ListDoor door;
    private final MailServer mailServer;
    private final MailArchive archive;

    RemovalPage(ListDoor door, MailServer mailServer, MailArchive archive) {
        this.door = door;
        this.mailServer = mailServer;
        this.archive = archive;
    }

    @GetMapping
    ModelAndView form(@PathVariable String name, @PathVariable String id, HttpServletRequest request) {
        MailingList list = owned(name, request);
        return new ModelAndView("removal").addObject("list", list).addObject("post", PostCard.of(post(list, id), list));
    }

    @PostMapping
    ModelAndView take(
            @PathVariable String name,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        MailingList list = owned(name, request);
        PostId post = post(list, id).id();
        Reader owner = Reader.of(request).orElseThrow(NotHere::new);
        String line = oneLine(reason);
        try {
            if (text.isBlank()) {
                archive.remove(list.address(), post, owner.email(), line);
            } else {
                archive.redact(list.address(), post, owner.email(), line, text);
            }
        } catch (MailServerRefused removedBefore) {
            return back(list, post);
        }
        return back(list, post);
    }

    private MailingList owned(String name, HttpServletRequest request) {
        removals.count(request);
        Reader reader = Reader.of(request).orElseThrow(NotHere::new);
        return door.open(name, Reader.of(request))
                .filter(list -> archive.isOwner(list.address(), reader.email()))
                .orElseThrow(NotHere::new);
    }

    private Post post(MailingList list, String id) {
        return PostId.parse(id)
                .flatMap(known -> mailServer.post(list.address(), known))
                .orElseThrow(NotHere::new);
    }

    private static ModelAndView back(MailingList list, PostId post) {
        return new ModelAndView(new RedirectView("/lists/" + list.address().name() + "/posts/" + post));
    }

    private static String oneLine(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_REASON));
    }
}
