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
import java.util.Optional;
import org.sampan.digest.page.VisitorLimit;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.KnownStatements;
import org.sampan.digest.statement.KnownStatements.Finding;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Is this mail, or this file, really ours? For whoever got one in our name. What is sent here is not kept. */
@Controller
@RequestMapping("/statements/check")
final class StatementCheckPage {
    private static final String SHA_256 = "\\s*[0-9A-Fa-f]{64}\\s*";
    private static final int LONGEST_SHOWN = 50_000;

    private final VisitorLimit checks = new VisitorLimit(30, Duration.ofMinutes(10));
    private final KnownStatements known;
    private final String domain;

    StatementCheckPage(KnownStatements known, Settings settings) {
        this.known = known;
        this.domain = settings.domain();
    }

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
            return page(text, "nothing");
        }
        Optional<Finding> found = given.isPresent()
                ? known.file(sha256(given.get()))
                : text.matches(SHA_256) ? known.file(text.strip()) : known.text(text);
        String shown = text.length() <= LONGEST_SHOWN ? text : "";
        if (found.isEmpty()) {
            return page(shown, "unknown");
        }
        Finding finding = found.get();
        return page(shown, finding.same() ? "same" : "differs")
                .addObject("finding", StatementView.of(finding.statement(), finding.version(), finding.language()))
                .addObject("file", given.isPresent() || text.matches(SHA_256));
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
