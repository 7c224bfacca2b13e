package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.VisitorLimit;
import org.sampan.digest.picture.SharePicture;
import org.sampan.digest.picture.SharePictures;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;
import org.sampan.digest.statement.PublicStatements;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures that programs show where somebody shares a page: in the language of what the page carries, the same for everybody. */
@Controller
final class SharePicturePages {
    private final VisitorLimit limit = new VisitorLimit(120, Duration.ofMinutes(10));
    private final Newsstand newsstand;
    private final PublicStatements statements;
    private final SharePictures pictures;
    private final Messages messages;
    private final Spelling spelling;
    private final String site;
    private final ZoneId zone;

    SharePicturePages(
            Contents contents, SharePictures pictures, Messages messages, Spelling spelling, Settings settings) {
        this.newsstand = contents.newsstand();
        this.statements = contents.statements();
        this.pictures = pictures;
        this.messages = messages;
        this.spelling = spelling;
        this.site = settings.domain();
        this.zone = settings.web().timezone();
    }

    /** What there is to share. */
    @Component
    record Contents(Newsstand newsstand, PublicStatements statements) {}

    /** Of pages that carry no one thing. */
    @GetMapping("/picture.png")
    ResponseEntity<byte[]> site(HttpServletRequest request) {
        return answer(
                new SharePicture(site, "", messages.text(Messages.FALLBACK, "front.heading"), Messages.FALLBACK),
                request);
    }

    @GetMapping("/news/{series}/{number:[0-9]{1,9}}/picture.png")
    ResponseEntity<byte[]> edition(@PathVariable String series, @PathVariable int number, HttpServletRequest request) {
        Edition edition = newsstand.edition(new EditionId(series, number)).orElseThrow(NotHere::new);
        SeriesLink link = newsstand.series(series);
        Locale language = Locale.forLanguageTag(link.language());
        String about = link.name() + " · " + messages.text(language, "edition.number", Map.of("number", number));
        return answer(picture(about, edition.datedAt(), link.timezone(), edition.title(), language), request);
    }

    @GetMapping("/news/items/{id:[0-9]{1,15}}/picture.png")
    ResponseEntity<byte[]> item(@PathVariable long id, HttpServletRequest request) {
        Story story =
                newsstand.story(new ClippingId(id)).orElseThrow(NotHere::new).story();
        String about = story.outlet()
                .orElseGet(() ->
                        messages.text(story.language(), "kind." + story.kind().slug()));
        return answer(picture(about, story.publishedAt(), zone, story.title(), story.language()), request);
    }

    @GetMapping({
        "/statements/{id:[0-9]{1,18}}/picture.png",
        "/statements/{id:[0-9]{1,18}}/{language:[a-z]{2,3}(?:-[A-Za-z]+)?}/picture.png"
    })
    ResponseEntity<byte[]> statement(
            @PathVariable long id, @PathVariable Optional<String> language, HttpServletRequest request) {
        Statement statement = statements.find(new StatementId(id)).orElseThrow(NotHere::new);
        Locale wanted = language.map(Locale::forLanguageTag)
                .orElseGet(() -> statement.latest().content().original().language());
        StatementView view = StatementView.of(statement, statement.latest(), wanted);
        Locale shown = Locale.forLanguageTag(view.language());
        String about =
                messages.text(shown, statement.withdrawal().isPresent() ? "statements.withdrawn" : "statements.one");
        return answer(picture(about, view.at(), zone, view.title(), shown), request);
    }

    private SharePicture picture(String about, Instant at, ZoneId zone, String title, Locale language) {
        return new SharePicture(site, about + " · " + spelling.day(at, zone, language), title, language);
    }

    private ResponseEntity<byte[]> answer(SharePicture picture, HttpServletRequest request) {
        limit.count(request);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .eTag("\"" + SharePictures.tag(picture) + "\"")
                .body(pictures.png(picture));
    }
}
