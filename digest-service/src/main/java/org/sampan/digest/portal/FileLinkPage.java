package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.letter.LetterReader;
import org.sampan.digest.mailserver.MailArchive;
import org.sampan.digest.mailserver.MailArchive.FileKey;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerRefused;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.PostId;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.Reader;
import org.sampan.digest.page.VisitorLimit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A file that a mail only links to. Of a private list the link alone is not enough: its members sign in. */
@Controller
@RequestMapping("/lists/{name}/posts/{id}/files/{part}")
final class FileLinkPage {
    private static final int GONE = 410;

    private final VisitorLimit readings = new VisitorLimit(200, Duration.ofMinutes(10));
    private final LetterReader letters = new LetterReader();
    private final ListDoor door;
    private final MailServer mailServer;
    private final MailArchive archive;

    FileLinkPage(ListDoor door, MailServer mailServer, MailArchive archive) {
        this.door = door;
        this.mailServer = mailServer;
        this.archive = archive;
    }

    @GetMapping
    @Nullable ModelAndView file(
            @PathVariable String name,
            @PathVariable String id,
            @PathVariable String part,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        readings.count(request);
        Optional<MailingList> open = door.open(name, Reader.of(request));
        if (open.isEmpty()) {
            return PostPages.signInFirst(request);
        }
        MailingList list = open.get();
        PostId post = PostId.parse(id).orElseThrow(NotHere::new);
        try {
            byte[] file = archive.file(list.address(), post, part, key(request)).orElseThrow(NotHere::new);
            send(file, fileName(list, post, part), response);
            return null;
        } catch (MailServerRefused refused) {
            if (refused.status() != GONE) {
                throw new NotHere();
            }
            response.setStatus(GONE);
            return new ModelAndView("file-gone").addObject("list", list).addObject("post", post.toString());
        }
    }

    private String fileName(MailingList list, PostId post, String part) {
        return mailServer
                .rawPost(list.address(), post)
                .flatMap(raw -> letters.file(raw, part))
                .map(known -> known.file().name())
                .orElse("file");
    }

    private static void send(byte[] file, String name, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    private static FileKey key(HttpServletRequest request) {
        String until = request.getParameter("until");
        String key = request.getParameter("key");
        return new FileKey(until == null ? "" : until, key == null ? "" : key);
    }
}
