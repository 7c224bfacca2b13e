package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.sampan.digest.mailserver.MailArchive;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.Reader;
import org.sampan.digest.page.VisitorLimit;
import org.sampan.digest.settings.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Feeds of lists: of public ones for everybody; of private ones each member has an address of their own, which ends when the member takes
 * it back or leaves.
 */
@Controller
@RequestMapping("/lists/{name}")
final class FeedPages {
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final VisitorLimit readings = new VisitorLimit(120, Duration.ofMinutes(10));
    private final ListDoor door;
    private final MailArchive archive;
    private final PostFeeds feeds;
    private final URI web;

    FeedPages(ListDoor door, MailArchive archive, PostFeeds feeds, Settings settings) {
        this.door = door;
        this.archive = archive;
        this.feeds = feeds;
        this.web = settings.web().url();
    }

    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> ofPublicList(@PathVariable String name, HttpServletRequest request) {
        readings.count(request);
        MailingList list = door.open(name, Optional.empty()).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(feeds.of(list, "/lists/" + name + "/feed.atom"));
    }

    /** Membership is asked anew each time. */
    @GetMapping("/feed/{token}.atom")
    ResponseEntity<byte[]> ofMember(@PathVariable String name, @PathVariable String token, HttpServletRequest request) {
        readings.count(request);
        if (!token.matches("[A-Za-z0-9_-]{20,64}")) {
            throw new NotHere();
        }
        MailArchive.FeedHolder holder = archive.feedHolder(token)
                .filter(known -> known.list().name().equals(name))
                .orElseThrow(NotHere::new);
        MailingList list =
                door.open(name, Optional.of(new Reader(holder.email()))).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.noStore())
                .body(feeds.of(list, "/lists/" + name + "/feed"));
    }

    @GetMapping("/feed")
    ModelAndView page(@PathVariable String name, HttpServletRequest request) {
        Optional<MailingList> open = door.open(name, Reader.of(request));
        return open.isEmpty() ? PostPages.signInFirst(request) : page(open.get(), request, Optional.empty());
    }

    @PostMapping("/feed")
    ModelAndView change(
            @PathVariable String name, @RequestParam(defaultValue = "") String what, HttpServletRequest request) {
        readings.count(request);
        Reader reader = Reader.of(request).orElseThrow(NotHere::new);
        MailingList list = door.open(name, Optional.of(reader)).orElseThrow(NotHere::new);
        if (what.equals("revoke")) {
            archive.revokeFeed(list.address(), reader.email());
            return page(list, request, Optional.empty());
        }
        String token = archive.renewFeed(list.address(), reader.email()).orElseThrow(NotHere::new);
        return page(list, request, Optional.of(web + "/lists/" + name + "/feed/" + token + ".atom"));
    }

    private ModelAndView page(MailingList list, HttpServletRequest request, Optional<String> made) {
        boolean has = Reader.of(request)
                .filter(reader -> !list.isPublic() && archive.hasFeed(list.address(), reader.email()))
                .isPresent();
        return new ModelAndView("feed")
                .addObject("list", list)
                .addObject("made", made)
                .addObject("has", has);
    }
}
