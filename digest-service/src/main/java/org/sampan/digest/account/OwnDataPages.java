package org.sampan.digest.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.RateLimit;
import org.sampan.digest.page.Reader;
import org.sampan.digest.page.TooManyRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a signed-in person may do with what is kept of them: further addresses, another address, take along, erase. */
@Controller
@RequestMapping("/account")
final class OwnDataPages {
    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimit mails = new RateLimit(5, HOUR);
    private final MailServer mailServer;

    OwnDataPages(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    @PostMapping("/addresses")
    ModelAndView addAddress(@RequestParam(defaultValue = "") String address, HttpServletRequest request) {
        return withMail(address, request, "asked", (reader, other) -> mailServer.askToWriteFrom(reader, other));
    }

    @PostMapping("/addresses/remove")
    ModelAndView removeAddress(@RequestParam(defaultValue = "") String address, HttpServletRequest request) {
        return signedIn(
                        request,
                        reader -> EmailAddress.parse(address)
                                .ifPresent(it -> mailServer.removeAddress(reader.email(), it)))
                .orElseGet(() -> AccountPage.seeOther("/account?done=removed"));
    }

    @PostMapping("/move")
    ModelAndView move(@RequestParam(defaultValue = "") String address, HttpServletRequest request) {
        return withMail(address, request, "moved", (reader, other) -> mailServer.askToMove(reader, other));
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(HttpServletRequest request) {
        Reader reader = Reader.of(request).orElseThrow(NotHere::new);
        byte[] data = mailServer.export(reader.email()).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(data);
    }

    @GetMapping("/erase")
    ModelAndView askToErase(HttpServletRequest request) {
        return Reader.of(request)
                .map(it -> new ModelAndView("erase")
                        .addObject("email", it.email().text())
                        .addObject("bad", false))
                .orElseGet(AccountPage::signIn);
    }

    @PostMapping("/erase")
    ModelAndView erase(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "keep") String posts,
            HttpServletRequest request) {
        Optional<Reader> reader = Reader.of(request);
        if (reader.isEmpty()) {
            return AccountPage.signIn();
        }
        EmailAddress email = reader.get().email();
        if (EmailAddress.parse(address).filter(email::equals).isEmpty()) {
            return new ModelAndView("erase").addObject("email", email.text()).addObject("bad", true);
        }
        mailServer.erase(email, posts.equals("remove"));
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        SecurityContextHolder.clearContext();
        return new ModelAndView("erased").addObject("email", email.text());
    }

    private ModelAndView withMail(String address, HttpServletRequest request, String done, Question question) {
        Optional<EmailAddress> other = EmailAddress.parse(address);
        return signedIn(
                        request,
                        reader -> other.filter(it -> !it.equals(reader.email())).ifPresent(it -> {
                            if (!mails.admits(reader.email().text())) {
                                throw new TooManyRequests(HOUR);
                            }
                            question.ask(reader.email(), it);
                        }))
                .orElseGet(() -> AccountPage.seeOther("/account" + (other.isPresent() ? "?done=" + done : "")));
    }

    /** Empty when it was done. */
    private static Optional<ModelAndView> signedIn(HttpServletRequest request, Consumer<Reader> action) {
        Optional<Reader> reader = Reader.of(request);
        reader.ifPresent(action);
        return reader.isPresent() ? Optional.empty() : Optional.of(AccountPage.signIn());
    }

    /** Something mailed to addresses. */
    private interface Question {
        boolean ask(EmailAddress reader, EmailAddress other);
    }
}
