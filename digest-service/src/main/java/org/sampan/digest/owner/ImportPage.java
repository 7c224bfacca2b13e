package org.sampan.digest.owner;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.ListCare;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerRefused;
import org.sampan.digest.mailserver.RosterCare;
import org.sampan.digest.owner.RosterUpload.Purpose;
import org.sampan.digest.page.NotHere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * People from a file: it is read and shown first, and waits for an hour; only the button below puts its people on the list, or
 * invites them. The file waits in the database, for this session alone.
 */
@Controller
@RequestMapping("/lists/{name}/manage/import")
final class ImportPage {
    private static final Logger LOGGER = LoggerFactory.getLogger(ImportPage.class);
    private static final Duration WAITS = Duration.ofHours(1);
    private static final int TOKEN_BYTES = 16;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_WORDS = 2_000;

    private final SecureRandom random = new SecureRandom();
    private final RosterUploads uploads;
    private final RosterCare roster;
    private final MailServer mailServer;
    private final Clock clock;

    ImportPage(RosterUploads uploads, RosterCare roster, MailServer mailServer, Clock clock) {
        this.uploads = uploads;
        this.roster = roster;
        this.mailServer = mailServer;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(@RequestParam(defaultValue = "") String done, OwnedList list) {
        return form(list, done.matches("gone|dropped") ? done : "", "");
    }

    @PostMapping
    ModelAndView upload(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String words,
            OwnedList list,
            HttpServletRequest request)
            throws IOException {
        if (file.isEmpty()) {
            return form(list, "empty", "");
        }
        RosterUpload upload = new RosterUpload(
                newToken(),
                SessionMark.of(request),
                list.address(),
                Purpose.of(purpose),
                shortened(Optional.ofNullable(file.getOriginalFilename()).orElse(""), LONGEST_NAME),
                shortened(words, LONGEST_WORDS),
                clock.instant().plus(WAITS));
        try (InputStream in = file.getInputStream()) {
            uploads.keep(upload, in, clock.instant());
        }
        return list.redirect("/import/" + upload.token());
    }

    @GetMapping("/{token}")
    ModelAndView preview(@PathVariable String token, OwnedList list, HttpServletRequest request) throws IOException {
        Optional<RosterUpload> found = find(token, list, request);
        if (found.isEmpty()) {
            return list.redirect("/import?done=gone");
        }
        RosterUpload upload = found.get();
        try (InputStream file = uploads.open(upload)) {
            ModelAndView page = list.page("import-preview").addObject("upload", upload);
            return upload.purpose() == Purpose.INVITE
                    ? page.addObject(
                            "invitations",
                            roster.previewInvitations(list.address(), file).orElseThrow(NotHere::new))
                    : page.addObject(
                            "report", roster.preview(list.address(), file).orElseThrow(NotHere::new));
        } catch (MailServerRefused unreadable) {
            uploads.forget(upload);
            return form(list, "", String.valueOf(unreadable.getMessage()));
        }
    }

    @PostMapping("/{token}")
    ModelAndView confirm(@PathVariable String token, OwnedList list, HttpServletRequest request) throws IOException {
        Optional<RosterUpload> found = find(token, list, request);
        if (found.isEmpty()) {
            return list.redirect("/import?done=gone");
        }
        try (InputStream file = uploads.open(found.get())) {
            ModelAndView page =
                    found.get().purpose() == Purpose.INVITE ? invited(list, found.get(), file) : added(list, file);
            uploads.forget(found.get());
            return page;
        }
    }

    @PostMapping("/{token}/drop")
    ModelAndView drop(@PathVariable String token, OwnedList list, HttpServletRequest request) {
        find(token, list, request).ifPresent(uploads::forget);
        return list.redirect("/import?done=dropped");
    }

    private ModelAndView added(OwnedList list, InputStream file) {
        RosterCare.Report report = roster.importFile(list.address(), file).orElseThrow(NotHere::new);
        LOGGER.info(
                "event=members-imported list={} added={} updated={}", list.address(), report.added(), report.updated());
        return list.page("import-done").addObject("report", report);
    }

    private ModelAndView invited(OwnedList list, RosterUpload upload, InputStream file) {
        List<ListCare.Invitee> people =
                roster.previewInvitations(list.address(), file).orElseThrow(NotHere::new).reached().stream()
                        .map(it -> new ListCare.Invitee(it.email(), it.name(), it.language()))
                        .toList();
        List<ListCare.Invited> results =
                people.isEmpty() ? List.of() : mailServer.care().invite(list.address(), people, upload.words());
        return list.page("import-done").addObject("results", results);
    }

    private Optional<RosterUpload> find(String token, OwnedList list, HttpServletRequest request) {
        return uploads.find(token, SessionMark.of(request), list.address(), clock.instant());
    }

    /** @param problem the mail server's own words; empty when there is none */
    private static ModelAndView form(OwnedList list, String done, String problem) {
        return list.page("import").addObject("done", done).addObject("problem", problem);
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String shortened(String text, int longest) {
        String clean = text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").strip();
        return clean.substring(0, Math.min(clean.length(), longest));
    }
}
