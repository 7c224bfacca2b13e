package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.letter.FileContent;
import org.sampan.digest.letter.LetterReader;
import org.sampan.digest.letter.Presentation;
import org.sampan.digest.mailserver.MailArchive;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Post;
import org.sampan.digest.mailserver.PostId;
import org.sampan.digest.mailserver.PostPage;
import org.sampan.digest.mailserver.PostQuery;
import org.sampan.digest.mailserver.Removal;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.Reader;
import org.sampan.digest.page.VisitorLimit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * A list's archive. Whoever is not signed in is asked to, for private lists and for lists that do not exist alike;
 * whoever is and is no member finds nothing.
 */
@Controller
@RequestMapping("/lists/{name}/posts")
final class PostPages {
    private static final int ON_ONE_PAGE = 50;
    private static final String SANDBOX = "default-src 'none'; sandbox";

    private final VisitorLimit readings = new VisitorLimit(600, Duration.ofMinutes(10));
    private final LetterReader letters = new LetterReader();
    private final ListDoor door;
    private final MailServer mailServer;
    private final Messages messages;
    private final MailArchive archive;

    PostPages(ListDoor door, MailServer mailServer, MailArchive archive, Messages messages) {
        this.door = door;
        this.mailServer = mailServer;
        this.archive = archive;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView posts(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            Locale language) {
        Optional<MailingList> open = open(name, request);
        if (open.isEmpty()) {
            return signInFirst(request);
        }
        MailingList list = open.get();
        Optional<String> start = Optional.of(after).filter(text -> !text.isBlank());
        PostPage posts = mailServer
                .posts(list.address(), new PostQuery(start, Optional.empty(), ON_ONE_PAGE))
                .orElseThrow(NotHere::new);
        return new ModelAndView("posts")
                .addObject("list", list)
                .addObject("steward", door.isLookedAfter(list, Reader.of(request)))
                .addObject("posts", Threads.of(posts.posts(), list))
                .addObject("months", MonthLink.of(archive.months(list.address()), list, language))
                .addObject("older", posts.next())
                .addObject("newest", start.isEmpty());
    }

    @GetMapping("/{id}")
    ModelAndView post(@PathVariable String name, @PathVariable String id, HttpServletRequest request, Locale language) {
        Optional<MailingList> open = open(name, request);
        if (open.isEmpty()) {
            return signInFirst(request);
        }
        MailingList list = open.get();
        Post post = PostId.parse(id)
                .flatMap(known -> mailServer.post(list.address(), known))
                .orElseThrow(NotHere::new);
        PostCard card = PostCard.of(post, list);
        Presentation presentation =
                new Presentation(language, messages.text(language, "post.quoted"), card.path() + "/attachments/");
        Conversation conversation = Conversation.around(post, list, mailServer);
        Optional<Removal> removal = archive.removal(list.address(), post.id());
        boolean isGone = removal.filter(Removal::isWhole).isPresent();
        return new ModelAndView("post")
                .addObject("list", list)
                .addObject("post", card)
                .addObject("removal", removal.map(it -> RemovalNote.of(it, list)))
                .addObject("gone", isGone)
                .addObject("owner", mayTakeOut(list, request))
                .addObject("message", letters.read(isGone ? new byte[0] : raw(list, post.id()), presentation))
                .addObject("parent", conversation.parent())
                .addObject("answers", conversation.answers());
    }

    @GetMapping("/{id}/attachments/{part}")
    ResponseEntity<byte[]> attachment(
            @PathVariable String name,
            @PathVariable String id,
            @PathVariable String part,
            HttpServletRequest request,
            HttpServletResponse response) {
        MailingList list = open(name, request).orElseThrow(NotHere::new);
        byte[] message = raw(list, PostId.parse(id).orElseThrow(NotHere::new));
        FileContent file = letters.file(message, part).orElseThrow(NotHere::new);
        // A page's policy and a file's do not go together: this one replaces it.
        response.setHeader("Content-Security-Policy", SANDBOX);
        ContentDisposition.Builder disposition =
                file.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(file.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        file.isPicture() ? file.file().type() : MediaType.APPLICATION_OCTET_STREAM_VALUE)
                .body(file.content());
    }

    private boolean mayTakeOut(MailingList list, HttpServletRequest request) {
        return Reader.of(request)
                .filter(reader -> archive.isOwner(list.address(), reader.email()))
                .isPresent();
    }

    private Optional<MailingList> open(String name, HttpServletRequest request) {
        readings.count(request);
        return door.open(name, Reader.of(request));
    }

    private byte[] raw(MailingList list, PostId post) {
        return mailServer.rawPost(list.address(), post).orElseThrow(NotHere::new);
    }

    static ModelAndView signInFirst(HttpServletRequest request) {
        if (Reader.of(request).isPresent()) {
            throw new NotHere();
        }
        RedirectView signIn = new RedirectView("/account/sign-in", false, false, true);
        return new ModelAndView(signIn).addObject("next", request.getRequestURI());
    }
}
