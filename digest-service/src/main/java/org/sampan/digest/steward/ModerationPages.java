package org.sampan.digest.steward;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.letter.LetterReader;
import org.sampan.digest.letter.Presentation;
import org.sampan.digest.mailserver.LinkToken;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerRefused;
import org.sampan.digest.mailserver.Moderation;
import org.sampan.digest.mailserver.Moderation.Choice;
import org.sampan.digest.mailserver.Moderation.Verdict;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.Reader;
import org.sampan.digest.page.ReaderLanguage;
import org.sampan.digest.page.VisitorLimit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Held posts for one moderator. Opening a page decides nothing, whatever its address says, so that programs that look at links in mails
 * cannot; only the form does.
 */
@Controller
final class ModerationPages {
    private static final int LONGEST_WORDS = 1_500;

    private final VisitorLimit misses = new VisitorLimit(30, Duration.ofMinutes(10));
    private final LetterReader letters = new LetterReader();
    private final MailServer mailServer;
    private final Messages messages;

    ModerationPages(MailServer mailServer, Messages messages) {
        this.mailServer = mailServer;
        this.messages = messages;
    }

    @GetMapping("/moderate")
    ModelAndView queue(HttpServletRequest request) {
        Optional<Reader> reader = Reader.of(request);
        if (reader.isEmpty()) {
            RedirectView signIn = new RedirectView("/account/sign-in", false, false, true);
            return new ModelAndView(signIn).addObject("next", request.getRequestURI());
        }
        return new ModelAndView("moderate-queue")
                .addObject("held", mailServer.heldFor(reader.get().email()));
    }

    @GetMapping("/moderate/{token}")
    ModelAndView show(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String decide,
            HttpServletRequest request,
            Locale language) {
        return LinkToken.parse(token)
                .flatMap(
                        known -> mailServer.moderation(known, language).map(held -> page(known, held, decide, request)))
                .orElseGet(() -> unknown(request));
    }

    @PostMapping("/moderate/{token}")
    ModelAndView decide(@PathVariable String token, DecisionForm form, HttpServletRequest request, Locale language) {
        return LinkToken.parse(token)
                .flatMap(known -> decide(known, form.verdict(), request, language))
                .orElseGet(() -> unknown(request));
    }

    private Optional<ModelAndView> decide(
            LinkToken token, Verdict verdict, HttpServletRequest request, Locale language) {
        try {
            return mailServer.decide(token, verdict).map(done -> decided(done, true, request));
        } catch (MailServerRefused refused) {
            if (refused.status() != HttpStatus.CONFLICT.value()) {
                throw refused;
            }
            return mailServer.moderation(token, language).map(done -> decided(done, false, request));
        }
    }

    private ModelAndView page(LinkToken token, Moderation held, String decide, HttpServletRequest request) {
        if (held.decided().isPresent()) {
            return decided(held, false, request);
        }
        ReaderLanguage.isKnownAs(request, held.language());
        Locale language = Locale.forLanguageTag(held.language());
        Presentation presentation = new Presentation(language, messages.text(language, "post.quoted"), "/nowhere/");
        byte[] message = mailServer.rawHeld(token).orElseThrow(NotHere::new);
        return new ModelAndView("moderate")
                .addObject("held", held)
                .addObject("chosen", Choice.of(decide).map(Choice::word).orElse(""))
                .addObject("letter", letters.read(message, presentation));
    }

    /** @param own whether it was this moderator's decision just now */
    private ModelAndView decided(Moderation held, boolean own, HttpServletRequest request) {
        ReaderLanguage.isKnownAs(request, held.language());
        String by = held.decided().map(Moderation.Decided::by).orElse("");
        return new ModelAndView("moderated")
                .addObject("held", held)
                .addObject("decided", held.decided())
                .addObject("own", own)
                .addObject("another", !own && !by.equalsIgnoreCase(held.moderator()));
    }

    private ModelAndView unknown(HttpServletRequest request) {
        misses.count(request);
        ModelAndView page = new ModelAndView("link-lost").addObject("kind", "unknown");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    /** What was typed; what a form lacks is null. */
    record DecisionForm(
            @Nullable String decision,
            @Nullable String because,
            @Nullable String reason) {
        /** @throws NotHere when it decides nothing */
        Verdict verdict() {
            Choice choice = Choice.of(decision == null ? "" : decision).orElseThrow(NotHere::new);
            return choice == Choice.REJECT
                    ? new Verdict(choice, because == null ? "" : because, words())
                    : new Verdict(choice, "", "");
        }

        private String words() {
            String words = reason == null ? "" : reason.strip().replace("\r\n", "\n");
            return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
        }
    }
}
