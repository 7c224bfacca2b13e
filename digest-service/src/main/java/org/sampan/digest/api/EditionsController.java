package org.sampan.digest.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edit.EditEdition;
import org.sampan.digest.edit.EditionEdit;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionHead;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.EditionOutline;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.production.Conductor;
import org.sampan.digest.production.EditionReport;
import org.sampan.digest.production.RunRequest;
import org.sampan.digest.settings.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/editions}: editions, changing them while they are not sent, and runs that make them. */
@RestController
@RequestMapping("/api/editions")
class EditionsController {
    private static final int MOST = 1_000;

    private final Editions editions;
    private final SeriesCatalogue catalogue;
    private final EditEdition editEdition;
    private final Conductor conductor;
    private final Views views;

    EditionsController(
            Editions editions, SeriesCatalogue catalogue, EditEdition editEdition, Conductor conductor, Views views) {
        this.editions = editions;
        this.catalogue = catalogue;
        this.editEdition = editEdition;
        this.conductor = conductor;
        this.views = views;
    }

    record EditionList(List<EditionReport> editions) {}

    record RunJson(
            @Nullable String since,
            @Nullable String until,
            @Nullable Integer number,
            @Nullable Boolean dryRun,
            @Nullable Boolean draft) {}

    @GetMapping
    EditionList all() {
        return new EditionList(editions.heads(Optional.empty(), MOST).stream()
                .map(EditionHead::id)
                .map(editions::outline)
                .flatMap(Optional::stream)
                .map(views::of)
                .toList());
    }

    @GetMapping("/{series}/{number}")
    EditionReport one(@PathVariable String series, @PathVariable int number) {
        return editions.outline(new EditionId(series, number))
                .map(views::of)
                .orElseThrow(() -> missing(series, number));
    }

    @PatchMapping("/{series}/{number}")
    EditionReport edit(@PathVariable String series, @PathVariable int number, @RequestBody JsonNode patch) {
        return editEdition
                .edit(new EditionId(series, number), views.edits(patch), Actor.OPERATOR)
                .map(Edition::outline)
                .map(views::of)
                .orElseThrow(() -> missing(series, number));
    }

    @PostMapping("/{series}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunsController.Started run(@PathVariable String series, @RequestBody RunJson wanted) {
        Series known = catalogue
                .find(series)
                .orElseThrow(() -> Refused.notFound(
                        "there is no series " + series + ": editions.yaml declares the series there are"));
        Optional<Integer> number = Optional.ofNullable(wanted.number());
        if (number.filter(given -> given < 1).isPresent()) {
            throw Refused.field("number", "number must be 1 or more");
        }
        RunRequest.Producing request = RunRequest.Producing.next(series)
                .of(
                        Optional.ofNullable(wanted.since()).map(text -> Moment.since(text, known.timezone())),
                        Optional.ofNullable(wanted.until()).map(text -> Moment.until(text, known.timezone())))
                .dry(Boolean.TRUE.equals(wanted.dryRun()))
                .asDraft(Boolean.TRUE.equals(wanted.draft()));
        return RunsController.Started.of(
                conductor.start(number.map(request::numbered).orElse(request)));
    }

    private static Refused missing(String series, int number) {
        return Refused.notFound("there is no edition " + number + " of " + series);
    }

    /** Editions as JSON, and sections out of it. */
    @Component
    static class Views {
        private final Settings settings;
        private final JsonMapper json;

        Views(Settings settings, JsonMapper json) {
            this.settings = settings;
            this.json = json;
        }

        EditionReport of(EditionOutline edition) {
            return EditionReport.of(edition, settings);
        }

        /** Field by field what is asked for; all of it or nothing is done. */
        List<EditionEdit> edits(JsonNode patch) {
            if (!patch.isObject()) {
                throw Refused.field("body", "the body must be a JSON object with the fields to change");
            }
            List<EditionEdit> edits = new ArrayList<>();
            patch.properties().forEach(field -> edits.addAll(edits(field.getKey(), field.getValue())));
            return edits;
        }

        private List<EditionEdit> edits(String field, JsonNode value) {
            return switch (field) {
                case "title" -> List.of(new EditionEdit.Title(text(field, value)));
                case "introduction" -> List.of(new EditionEdit.Introduction(text(field, value)));
                case "sections" ->
                    List.of(new EditionEdit.Arrange(read(
                            field, value, new TypeReference<>() {}, "[{\"kind\":\"statement\",\"items\":[17,4]}]")));
                case "translations" ->
                    read(
                                    field,
                                    value,
                                    new TypeReference<Map<String, TranslationJson>>() {},
                                    "{\"th\":{\"title\":\"…\",\"introduction\":\"…\"}}")
                            .entrySet()
                            .stream()
                            .map(one -> one.getValue().edit(one.getKey()))
                            .toList();
                case "words" ->
                    read(
                                    field,
                                    value,
                                    new TypeReference<Map<Long, WordsJson>>() {},
                                    "{\"17\":{\"title\":\"…\",\"text\":\"…\"}}")
                            .entrySet()
                            .stream()
                            .map(one -> one.getValue().edit(one.getKey()))
                            .toList();
                default -> throw Refused.field(field, "an edition has no field " + field + " to change");
            };
        }

        private static String text(String field, JsonNode value) {
            if (!value.isNull() && !value.isValueNode()) {
                throw Refused.field(field, field + " must be one value");
            }
            return value.isNull() ? "" : value.asString();
        }

        private <T> T read(String field, JsonNode value, TypeReference<T> type, String example) {
            try {
                return json.convertValue(value, type);
            } catch (JacksonException | IllegalArgumentException unreadable) {
                throw Refused.field(field, field + " must be like " + example);
            }
        }
    }

    record TranslationJson(@Nullable String title, @Nullable String introduction) {
        EditionEdit edit(String language) {
            return new EditionEdit.Translate(
                    Locale.forLanguageTag(language),
                    Objects.requireNonNullElse(title, ""),
                    Objects.requireNonNullElse(introduction, ""));
        }
    }

    record WordsJson(@Nullable String title, @Nullable String text) {
        EditionEdit edit(long clipping) {
            return new EditionEdit.Reword(
                    new ClippingId(clipping),
                    Objects.requireNonNullElse(title, ""),
                    Objects.requireNonNullElse(text, ""));
        }
    }
}
