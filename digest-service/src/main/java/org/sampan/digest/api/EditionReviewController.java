package org.sampan.digest.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.edit.EditEdition;
import org.sampan.digest.edition.Approval;
import org.sampan.digest.edition.Delivery;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.production.ApproveEdition;
import org.sampan.digest.production.DeliveryWatch;
import org.sampan.digest.production.SecondEditor;
import org.sampan.digest.render.RenderEdition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Beside {@code /api/editions}: looking at one as readers will get it, approving it, following it on its way. */
@RestController
@RequestMapping("/api/editions/{series}/{number}")
class EditionReviewController {
    private final Editions editions;
    private final SeriesCatalogue catalogue;
    private final RenderEdition render;
    private final EditEdition edit;
    private final SecondEditor secondEditor;
    private final ApproveEdition approve;
    private final DeliveryWatch watch;

    EditionReviewController(
            Editions editions,
            SeriesCatalogue catalogue,
            RenderEdition render,
            EditEdition edit,
            SecondEditor secondEditor,
            ApproveEdition approve,
            DeliveryWatch watch) {
        this.editions = editions;
        this.catalogue = catalogue;
        this.render = render;
        this.edit = edit;
        this.secondEditor = secondEditor;
        this.approve = approve;
        this.watch = watch;
    }

    /** What was sent when it is sent, else what would be. */
    @GetMapping("/preview")
    ResponseEntity<byte[]> preview(
            @PathVariable String series,
            @PathVariable int number,
            @RequestParam Optional<String> language,
            @RequestParam(defaultValue = "html") String as) {
        Edition edition = edition(series, number);
        Series declared = series(series);
        Locale wanted = language.map(Locale::forLanguageTag).orElse(declared.mainLanguage());
        if (!declared.languages().contains(wanted)) {
            throw Refused.field("language", series + " has no language " + wanted.toLanguageTag());
        }
        if (!as.equals("html") && !as.equals("text")) {
            throw Refused.field("as", "as must be html or text");
        }
        Rendering rendering = edition.state().isDraft()
                ? render.render(declared, edition, wanted)
                : editions.rendering(edition.id(), wanted).orElseThrow(() -> missing(series, number));
        boolean html = as.equals("html");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", html ? "html" : "plain", StandardCharsets.UTF_8))
                .body((html ? rendering.html() : rendering.text()).toUtf8());
    }

    record ApprovalJson(
            boolean asked,
            String fingerprint,
            @Nullable String by,
            @Nullable Instant at) {}

    @GetMapping("/approval")
    ApprovalJson approval(@PathVariable String series, @PathVariable int number) {
        Series declared = series(series);
        Edition edition = edition(series, number);
        Optional<Approval> approval = secondEditor.approval(declared, edition);
        return new ApprovalJson(
                secondEditor.isAskedFor(declared),
                render.fingerprint(declared, edition),
                approval.map(Approval::by).orElse(null),
                approval.map(Approval::at).orElse(null));
    }

    record SeenJson(@Nullable String fingerprint) {}

    @PostMapping("/approve")
    ApprovalJson approve(@PathVariable String series, @PathVariable int number, @RequestBody SeenJson wanted) {
        Series declared = series(series);
        Edition edition = edition(series, number);
        String seen = Optional.ofNullable(wanted.fingerprint())
                .orElseThrow(() -> Refused.field(
                        "fingerprint", "fingerprint must be the one of GET …/approval: what was looked at"));
        switch (approve.approve(declared, edition, seen, Actor.OPERATOR)) {
            case APPROVED -> {}
            case CHANGED ->
                throw Refused.conflict("edition " + edition.id()
                        + " is not what was looked at any more, or is sent: look at it again");
            case OWN_WORK ->
                throw Refused.conflict("the operator was the last to change edition " + edition.id()
                        + ": somebody else has to approve it");
        }
        return approval(series, number);
    }

    record DeliveryJson(
            String state,
            long recipients,
            long sent,
            long deferred,
            long failed,
            long open,
            long cancelled,
            @Nullable Instant nextDueAt,
            @Nullable String nextDueIn,
            Instant toldAt,
            @Nullable Instant finishedAt) {
        static DeliveryJson of(Delivery delivery, Series series) {
            Delivery.Figures figures = delivery.figures();
            return new DeliveryJson(
                    delivery.state(),
                    figures.recipients(),
                    figures.sent(),
                    figures.deferred(),
                    figures.failed(),
                    figures.open(),
                    figures.cancelled(),
                    delivery.nextDueAt().orElse(null),
                    delivery.nextDueAt()
                            .map(at ->
                                    series.hours().where(at, series.timezone()).getId())
                            .orElse(null),
                    delivery.toldAt(),
                    delivery.finishedAt().orElse(null));
        }
    }

    @GetMapping("/delivery")
    DeliveryJson delivery(@PathVariable String series, @PathVariable int number) {
        return watch.follow(edition(series, number).id())
                .map(told -> DeliveryJson.of(told, series(series)))
                .orElseThrow(() -> Refused.notFound(
                        "the mail server knows nothing of edition " + number + " of " + series + " yet"));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void throwAway(@PathVariable String series, @PathVariable int number) {
        edit.throwAway(edition(series, number).id(), Actor.OPERATOR);
    }

    private Edition edition(String series, int number) {
        return editions.find(new EditionId(series, number)).orElseThrow(() -> missing(series, number));
    }

    private Series series(String slug) {
        return catalogue
                .find(slug)
                .orElseThrow(() -> Refused.notFound(
                        "there is no series " + slug + ": editions.yaml declares the series there are"));
    }

    private static Refused missing(String series, int number) {
        return Refused.notFound("there is no edition " + number + " of " + series);
    }
}
