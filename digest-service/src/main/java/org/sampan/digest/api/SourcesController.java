package org.sampan.digest.api;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.collect.CollectArchive;
import org.sampan.digest.edit.EditSources;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.production.Conductor;
import org.sampan.digest.production.RunRequest;
import org.sampan.digest.source.DeclaredSources;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.Sources;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sources}: the feeds, and collecting from them. */
@RestController
@RequestMapping("/api/sources")
class SourcesController {
    private final Sources sources;
    private final EditSources edit;
    private final Conductor conductor;

    SourcesController(Sources sources, EditSources edit, Conductor conductor) {
        this.sources = sources;
        this.edit = edit;
        this.conductor = conductor;
    }

    record SourceJson(
            long id,
            String url,
            String name,
            @Nullable String kind,
            Map<String, String> categories,
            String state,
            @Nullable Instant lastCollectedAt,
            @Nullable String lastProblem,
            @Nullable Instant retryAt,
            @Nullable String movedTo,
            @Nullable Integer excerpt,
            @Nullable String rights,
            int items) {
        static SourceJson of(Source source) {
            Map<String, String> categories = new HashMap<>();
            source.categories().forEach((category, kind) -> categories.put(category, kind.slug()));
            return new SourceJson(
                    source.id().value(),
                    source.url().toString(),
                    source.name(),
                    source.kind().map(Kind::slug).orElse(null),
                    categories,
                    source.state().slug(),
                    source.condition().lastCollectedAt().orElse(null),
                    source.condition().lastProblem().orElse(null),
                    source.condition().retryAt().orElse(null),
                    source.condition()
                            .moved()
                            .map(moved -> moved.to().toString())
                            .orElse(null),
                    source.declared().excerpt().orElse(null),
                    source.declared().rights().orElse(null),
                    source.items());
        }
    }

    record SourceList(List<SourceJson> sources) {}

    record NewSourceJson(
            @Nullable String url,
            @Nullable String name,
            @Nullable String kind,
            @Nullable Map<String, String> categories,
            @Nullable Integer excerpt,
            @Nullable String rights) {}

    @GetMapping
    SourceList all() {
        return new SourceList(sources.all().stream().map(SourceJson::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SourceJson add(@RequestBody NewSourceJson wanted) {
        URI url = Optional.ofNullable(wanted.url())
                .flatMap(DeclaredSources::feedUrl)
                .orElseThrow(() -> Refused.field(
                        "url",
                        "url must be an address beginning with https:, http: or file: (file:///folder/feed.xml)"));
        Map<String, Kind> categories = new HashMap<>();
        Optional.ofNullable(wanted.categories())
                .orElse(Map.of())
                .forEach((category, kind) ->
                        categories.put(category.toLowerCase(Locale.ROOT), kind("categories", kind)));
        return SourceJson.of(edit.add(
                new NewSource(
                        url,
                        Optional.ofNullable(wanted.name())
                                .filter(name -> !name.isBlank())
                                .orElse(DeclaredSources.nameOf(url)),
                        Optional.ofNullable(wanted.kind()).map(kind -> kind("kind", kind)),
                        categories,
                        Optional.ofNullable(wanted.excerpt()).map(SourcesController::excerpt),
                        Optional.ofNullable(wanted.rights()).map(SourcesController::rights)),
                Actor.OPERATOR));
    }

    private static Integer excerpt(Integer letters) {
        return NewSource.excerpt(letters.toString())
                .orElseThrow(() -> Refused.field("excerpt", "excerpt must be a number of letters from 40 to 2000"));
    }

    private static String rights(String line) {
        return NewSource.rights(line)
                .orElseThrow(() -> Refused.field("rights", "rights must be a line of at most 200 letters"));
    }

    private static Kind kind(String field, String slug) {
        return Kind.of(slug)
                .orElseThrow(() -> Refused.field(
                        field,
                        "'" + slug + "' is no kind: press-release, statement, publication, news-clipping, activity,"
                                + " invitation"));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        if (!edit.remove(new SourceId(id), Actor.OPERATOR)) {
            throw Refused.notFound("there is no source " + id);
        }
    }

    record BackfillJson(@Nullable Integer pages) {}

    @PostMapping("/{id}/backfill")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunsController.Started backfill(@PathVariable long id, @RequestBody BackfillJson wanted) {
        int pages = Optional.ofNullable(wanted.pages()).orElse(CollectArchive.USUAL_PAGES);
        if (pages < 1 || pages > CollectArchive.MOST_PAGES) {
            throw Refused.field("pages", "pages must be from 1 to " + CollectArchive.MOST_PAGES);
        }
        if (sources.find(new SourceId(id)).isEmpty()) {
            throw Refused.notFound("there is no source " + id);
        }
        return RunsController.Started.of(conductor.start(RunRequest.Collecting.archiveOf(id, pages)));
    }

    @PostMapping("/collect")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunsController.Started collect() {
        return RunsController.Started.of(conductor.start(new RunRequest.Collecting(true)));
    }
}
