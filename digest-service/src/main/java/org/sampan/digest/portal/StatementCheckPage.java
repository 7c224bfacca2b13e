package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.page.Reader;
import org.sampan.digest.page.VisitorLimit;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.KnownMails;
import org.sampan.digest.statement.KnownStatements;
import org.sampan.digest.statement.PublicStatements;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementLinks;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Is this mail, or this file, really ours? For whoever got one in our name. Of what went to members only, a stranger
 * learns nothing without the code at the end of the mail. What is sent here is not kept.
 */
@Controller
@RequestMapping(StatementLinks.CHECK)
final class StatementCheckPage {
    private static final String SHA_256 = "\\s*[0-9A-Fa-f]{64}\\s*";
    private static final int LONGEST_SHOWN = 50_000;

    private final VisitorLimit checks = new VisitorLimit(30, Duration.ofMinutes(10));
    private final Known known;
    private final ListDoor door;
    private final String domain;

    StatementCheckPage(Known known, ListDoor door, Settings settings) {
        this.known = known;
        this.door = door;
        this.domain = settings.domain();
    }

    /** What mails can be checked by. */
    @Component
    record Known(KnownStatements statements, KnownMails mails, PublicStatements published) {}

    @GetMapping
    ModelAndView form() {
        return page("", "");
    }

    @PostMapping
    ModelAndView check(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) Optional<MultipartFile> file,
            HttpServletRequest request)
            throws IOException {
        checks.count(request);
        Optional<MultipartFile> given = file.filter(it -> !it.isEmpty());
        if (given.isEmpty() && text.isBlank()) {
            return page("", "nothing");
        }
        Optional<String> hash = given.isPresent()
                ? Optional.of(sha256(given.get()))
                : Optional.of(text.strip()).filter(it -> it.matches(SHA_256));
        Optional<KnownMails.Finding> mail = hash.map(it -> known.mails().file(text, it))
                .orElseGet(() -> known.mails().text(text));
        return mail.isPresent()
                ? ofMail(page(shown(text), result(mail.get())), mail.get(), hash.isPresent())
                : withoutCode(text, hash, request);
    }

    private static String result(KnownMails.Finding mail) {
        return switch (mail.words()) {
            case NONE -> "code";
            case SAME -> "same";
            case DIFFERENT -> "code-differs";
        };
    }

    private ModelAndView ofMail(ModelAndView page, KnownMails.Finding mail, boolean file) {
        Locale original = mail.version().content().original().language();
        return found(page, mail.statement(), StatementView.of(mail.statement(), mail.version(), original))
                .addObject("file", file)
                .addObject("notice", mail.mail().isWithdrawal());
    }

    private ModelAndView withoutCode(String text, Optional<String> hash, HttpServletRequest request) {
        List<ListAddress> lists = Stream.concat(
                        known.published().lists().stream(), door.own(Reader.of(request)).stream())
                .distinct()
                .toList();
        String shown = shown(text);
        return hash.map(it -> known.statements().file(it, lists))
                .orElseGet(() -> known.statements().text(text, lists))
                .map(it -> found(
                                page(shown, it.same() ? "same" : "differs"),
                                it.statement(),
                                StatementView.of(it.statement(), it.version(), it.language()))
                        .addObject("file", hash.isPresent())
                        .addObject("notice", false))
                .orElseGet(() -> page(shown, "unknown"));
    }

    /** What has a public page is named and linked; of anything else it is said when it went out, and no more. */
    private ModelAndView found(ModelAndView page, Statement statement, StatementView finding) {
        return page.addObject("finding", finding)
                .addObject(
                        "open",
                        known.published()
                                .find(statement.id())
                                .flatMap(it -> it.version(finding.number()))
                                .isPresent());
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : "";
    }

    private ModelAndView page(String text, String result) {
        return new ModelAndView("statement-check")
                .addObject("text", text)
                .addObject("result", result)
                .addObject("domain", domain);
    }

    private static String sha256(MultipartFile file) throws IOException {
        try (InputStream in = new DigestInputStream(file.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
