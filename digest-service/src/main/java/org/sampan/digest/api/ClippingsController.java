package org.sampan.digest.api;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.clipping.BadFilter;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingFilter;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.FilterFields;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Topic;
import org.sampan.digest.collect.ClipPage;
import org.sampan.digest.collect.FeedProblem;
import org.sampan.digest.collect.FoundPage;
import org.sampan.digest.edit.EditClipping;
import org.sampan.digest.edit.WriteClipping;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.DeclaredSources;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/clippings}: what was collected, and what the desk makes of it. */
@RestController
@RequestMapping("/api/clippings")
class ClippingsController {
    private static final int MOST = 500;

    private final Clippings clippings;
    private final EditClipping editClipping;
    private final ZoneId zone;
    private final ClipPage clipPage;
    private final WriteClipping writing;

    ClippingsController(
            Clippings clippings,
            EditClipping editClipping,
            ClipPage clipPage,
            WriteClipping writing,
            Settings settings) {
        this.clipPage = clipPage;
        this.writing = writing;
        this.clippings = clippings;
        this.editClipping = editClipping;
        this.zone = settings.web().timezone();
    }

    record ClippingJson(
            long id,
            String title,
            String kind,
            Instant publishedAt,
            @Nullable String outlet,
            @Nullable String byline,
            String language,
            @Nullable String country,
            List<String> topics,
            @Nullable String link,
            String summary,
            String state,
            boolean omitted,
            List<String> sources) {
        static ClippingJson of(Clipping clipping) {
            Story story = clipping.story();
            return new ClippingJson(
                    clipping.id().value(),
                    story.title(),
                    story.kind().slug(),
                    story.publishedAt(),
                    story.outlet().orElse(null),
                    story.byline().orElse(null),
                    story.language().toLanguageTag(),
                    story.country().map(Country::code).orElse(null),
                    story.topics().stream().map(Topic::slug).toList(),
                    story.link().map(URI::toString).orElse(null),
                    story.summary(),
                    clipping.state().slug(),
                    clipping.omitted(),
                    clipping.origins().stream()
                            .map(origin -> origin.source().toString())
                            .distinct()
                            .toList());
        }
    }

    record Page(List<ClippingJson> clippings, @Nullable String next) {}

    @GetMapping
    Page page(
            @RequestParam Map<String, String> fields,
            @RequestParam Optional<Long> after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refused.field("limit", "limit must be from 1 to " + MOST);
        }
        List<Clipping> page = clippings.page(filter(fields), after.map(ClippingId::new), limit);
        String next =
                page.size() < limit ? null : page.get(page.size() - 1).id().toString();
        return new Page(page.stream().map(ClippingJson::of).toList(), next);
    }

    @GetMapping("/counts")
    Map<String, Integer> counts(@RequestParam Map<String, String> fields) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        clippings.count(filter(fields)).forEach((state, count) -> counts.put(state.slug(), count));
        return counts;
    }

    private ClippingFilter filter(Map<String, String> fields) {
        try {
            return FilterFields.read(fields, zone);
        } catch (BadFilter bad) {
            throw Refused.field(bad.field(), String.valueOf(bad.getMessage()));
        }
    }

    record ClipJson(@Nullable String url) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ClippingJson clip(@RequestBody ClipJson wanted) {
        URI url = Optional.ofNullable(wanted.url())
                .flatMap(DeclaredSources::feedUrl)
                .orElseThrow(() -> Refused.field("url", "url must be the address of a page, beginning with https:"));
        try {
            FoundPage page = clipPage.look(url);
            ClippingId id = clipPage.keep(page);
            writing.clipped(id, page.copy().fetchedAt(), List.of(), Actor.OPERATOR);
            return clippings.find(id).map(ClippingJson::of).orElseThrow();
        } catch (FeedProblem problem) {
            throw Refused.field("url", url + " " + problem.getMessage());
        }
    }

    @PatchMapping("/{id}")
    ClippingJson edit(@PathVariable long id, @RequestBody JsonNode patch) {
        return editClipping
                .edit(new ClippingId(id), JsonChanges.of(patch, ""), Actor.OPERATOR)
                .map(ClippingJson::of)
                .orElseThrow(() -> Refused.notFound("there is no clipping " + id));
    }
}
