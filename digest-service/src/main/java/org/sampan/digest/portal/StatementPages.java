package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.VisitorLimit;
import org.sampan.digest.statement.PublicStatements;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.StatementFiles;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Withdrawal;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Statements that everybody may read, in each of their languages and versions, with their files. */
@Controller
final class StatementPages {
    static final int A_PAGE = 20;

    private final VisitorLimit downloads = new VisitorLimit(120, Duration.ofMinutes(10));
    private final PublicStatements statements;
    private final StatementFiles files;

    StatementPages(PublicStatements statements, StatementFiles files) {
        this.statements = statements;
        this.files = files;
    }

    @GetMapping("/statements")
    ModelAndView all(@RequestParam Optional<Long> before, Locale language) {
        return list(statements.page(before.map(StatementId::new), A_PAGE + 1), language);
    }

    /** @param found those of a page, and one more if there are more */
    static ModelAndView list(List<Statement> found, Locale language) {
        return new ModelAndView("statements")
                .addObject(
                        "statements",
                        shown(found).stream()
                                .map(it -> StatementView.of(it, it.latest(), language))
                                .toList())
                .addObject("next", next(found).map(StatementId::value));
    }

    static List<Statement> shown(List<Statement> found) {
        return found.subList(0, Math.min(A_PAGE, found.size()));
    }

    /** The last of the page, when one comes after it. */
    static Optional<StatementId> next(List<Statement> found) {
        return found.size() > A_PAGE ? Optional.of(found.get(A_PAGE - 1).id()) : Optional.empty();
    }

    @GetMapping({"/statements/{id:[0-9]{1,18}}", "/statements/{id:[0-9]{1,18}}/{language:[a-z]{2,3}(?:-[A-Za-z]+)?}"})
    ModelAndView latest(@PathVariable long id, @PathVariable Optional<String> language, Locale reader) {
        Statement statement = find(id);
        return page(statement, statement.latest(), language, reader);
    }

    @GetMapping({
        "/statements/{id:[0-9]{1,18}}/versions/{number:[0-9]{1,9}}",
        "/statements/{id:[0-9]{1,18}}/versions/{number:[0-9]{1,9}}/{language:[a-z]{2,3}(?:-[A-Za-z]+)?}"
    })
    ModelAndView version(
            @PathVariable long id, @PathVariable int number, @PathVariable Optional<String> language, Locale reader) {
        Statement statement = find(id);
        return page(statement, statement.version(number).orElseThrow(NotHere::new), language, reader);
    }

    private static ModelAndView page(
            Statement statement, StatementVersion version, Optional<String> language, Locale reader) {
        Locale wanted = language.map(Locale::forLanguageTag).orElse(reader);
        if (language.isPresent() && version.content().text(wanted).isEmpty()) {
            throw new NotHere();
        }
        return new ModelAndView("statement").addObject("statement", StatementView.of(statement, version, wanted));
    }

    /** Of a statement whose text was removed, the files are gone too. */
    @GetMapping("/statements/{id:[0-9]{1,18}}/versions/{number:[0-9]{1,9}}/files/{file:[0-9]{1,3}}")
    ResponseEntity<byte[]> file(
            @PathVariable long id, @PathVariable int number, @PathVariable int file, HttpServletRequest request) {
        downloads.count(request);
        Statement statement = find(id);
        List<StatementFile> all = statement
                .version(number)
                .filter(it -> statement.withdrawal().filter(Withdrawal::removed).isEmpty())
                .map(it -> it.content().files())
                .orElseThrow(NotHere::new);
        if (file >= all.size()) {
            throw new NotHere();
        }
        StatementFile wanted = all.get(file);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.type()))
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + wanted.sha256() + "\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(wanted.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(files.find(wanted.sha256()).orElseThrow(NotHere::new));
    }

    private Statement find(long id) {
        return statements.find(new StatementId(id)).orElseThrow(NotHere::new);
    }
}
