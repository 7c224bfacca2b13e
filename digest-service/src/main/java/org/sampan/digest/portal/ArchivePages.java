package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.letter.Letter;
import org.sampan.digest.letter.LetterReader;
import org.sampan.digest.letter.Presentation;
import org.sampan.digest.mailserver.ArchiveThread;
import org.sampan.digest.mailserver.MailArchive;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Post;
import org.sampan.digest.mailserver.PostId;
import org.sampan.digest.mailserver.Removal;
import org.sampan.digest.mailserver.ThreadHead;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.Reader;
import org.sampan.digest.page.VisitorLimit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A list's archive by month, and a whole conversation on one page. Who may see it is as in {@link PostPages}. */
@Controller
@RequestMapping("/lists/{name}")
final class ArchivePages {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

    private final VisitorLimit readings = new VisitorLimit(300, Duration.ofMinutes(10));
    private final LetterReader letters = new LetterReader();
    private final ListDoor door;
    private final MailServer mailServer;
    private final MailArchive archive;
    private final Messages messages;

    ArchivePages(ListDoor door, MailServer mailServer, MailArchive archive, Messages messages) {
        this.door = door;
        this.mailServer = mailServer;
        this.archive = archive;
        this.messages = messages;
    }

    @GetMapping("/months/{month}")
    ModelAndView month(
            @PathVariable String name, @PathVariable String month, HttpServletRequest request, Locale language) {
        Optional<MailingList> open = open(name, request);
        if (open.isEmpty()) {
            return PostPages.signInFirst(request);
        }
        MailingList list = open.get();
        YearMonth wanted = month(month);
        return new ModelAndView("month")
                .addObject("list", list)
                .addObject("steward", door.isLookedAfter(list, Reader.of(request)))
                .addObject("month", MonthLink.name(wanted, language))
                .addObject("months", MonthLink.of(archive.months(list.address()), list, language))
                .addObject(
                        "threads",
                        archive.threads(list.address(), wanted).stream()
                                .map(it -> ThreadCard.of(it, list))
                                .toList());
    }

    @GetMapping("/threads/{id}")
    ModelAndView thread(
            @PathVariable String name,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            Locale language) {
        Optional<MailingList> open = open(name, request);
        if (open.isEmpty()) {
            return PostPages.signInFirst(request);
        }
        MailingList list = open.get();
        Optional<String> start = Optional.of(after).filter(text -> !text.isBlank());
        ArchiveThread thread = PostId.parse(id)
                .flatMap(known -> archive.thread(list.address(), known, start))
                .orElseThrow(NotHere::new);
        List<ThreadPost> posts = thread.posts().stream()
                .map(post -> read(post, thread.removalOf(post.id()), list, language))
                .toList();
        return new ModelAndView("thread")
                .addObject("list", list)
                .addObject("steward", door.isLookedAfter(list, Reader.of(request)))
                .addObject("id", thread.id().toString())
                .addObject("posts", posts)
                .addObject("more", thread.next());
    }

    private ThreadPost read(Post post, Optional<Removal> removal, MailingList list, Locale language) {
        PostCard card = PostCard.of(post, list);
        boolean isGone = removal.filter(Removal::isWhole).isPresent();
        byte[] raw = isGone
                ? new byte[0]
                : mailServer.rawPost(list.address(), post.id()).orElseGet(() -> new byte[0]);
        Presentation presentation =
                new Presentation(language, messages.text(language, "post.quoted"), card.path() + "/attachments/");
        return new ThreadPost(
                post.id().toString(),
                card,
                letters.read(raw, presentation),
                removal.map(it -> RemovalNote.of(it, list)),
                isGone);
    }

    private Optional<MailingList> open(String name, HttpServletRequest request) {
        readings.count(request);
        return door.open(name, Reader.of(request));
    }

    private static YearMonth month(String text) {
        try {
            // As short as a month of ours is: others have more digits than a date in the database.
            return YearMonth.parse(text, MONTH);
        } catch (DateTimeException notAMonth) {
            throw new NotHere();
        }
    }

    /** A conversation in a month's list. */
    public record ThreadCard(
            String path, String subject, String writer, Instant startedAt, Instant newestAt, long posts) {
        static ThreadCard of(ThreadHead head, MailingList list) {
            PostCard first = PostCard.of(head.first(), list);
            return new ThreadCard(
                    "/lists/" + list.address().name() + "/threads/"
                            + head.first().id(),
                    first.subject(),
                    first.writer(),
                    first.receivedAt(),
                    head.newestAt(),
                    head.posts());
        }
    }

    /** @param gone nothing is left of it but the note */
    public record ThreadPost(String id, PostCard card, Letter message, Optional<RemovalNote> removal, boolean gone) {}
}
