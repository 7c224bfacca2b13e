package org.sampan.digest.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.EditionOutline;
import org.sampan.digest.edition.NewEdition;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.settings.Settings;

/**
 * An edition as the contract shows it.
 *
 * @param number absent when the edition was skipped: it never had one
 * @param translations title and introduction, by language
 * @param words instead of a clipping's, by its number
 * @param text and {@code html}: of the main language, after a dry run only
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EditionReport(
        String series,
        Optional<Integer> number,
        String title,
        Instant since,
        Instant until,
        int items,
        List<Part> sections,
        String state,
        Optional<String> messageId,
        Optional<String> url,
        Optional<String> introduction,
        Optional<Map<String, Translated>> translations,
        Optional<Map<String, Words>> words,
        Optional<String> text,
        Optional<String> html) {

    /** Either may be empty. */
    public record Translated(String title, String introduction) {}

    /** Either may be empty. */
    public record Words(String title, String text) {}

    /** One section and how many clippings it has. */
    public record Part(String kind, int items, List<Long> clippings) {}

    public static EditionReport of(EditionOutline edition, Settings settings) {
        EditionId id = edition.id();
        return new EditionReport(
                id.series(),
                Optional.of(id.number()),
                edition.title(),
                edition.period().since(),
                edition.period().until(),
                edition.items(),
                parts(edition),
                edition.state().slug(),
                Optional.of(id.messageId(settings.domain())),
                Optional.of(settings.web().url() + "/news/" + id),
                edition.introduction(),
                translations(edition),
                words(edition),
                Optional.empty(),
                Optional.empty());
    }

    static EditionReport skipped(NewEdition empty) {
        return new EditionReport(
                empty.series().slug(),
                Optional.empty(),
                empty.series().name(),
                empty.period().since(),
                empty.period().until(),
                0,
                List.of(),
                RunState.SKIPPED.slug(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    EditionReport with(Rendering rendering) {
        return new EditionReport(
                series,
                number,
                title,
                since,
                until,
                items,
                sections,
                state,
                messageId,
                url,
                introduction,
                translations,
                words,
                Optional.of(rendering.text().toString()),
                Optional.of(rendering.html().toString()));
    }

    private static Optional<Map<String, Translated>> translations(EditionOutline edition) {
        Map<String, Translated> all = new TreeMap<>();
        edition.translations()
                .forEach(one ->
                        all.put(one.language().toLanguageTag(), new Translated(one.title(), one.introduction())));
        return Optional.of(all).filter(it -> !it.isEmpty());
    }

    private static Optional<Map<String, Words>> words(EditionOutline edition) {
        Map<String, Words> all = new TreeMap<>();
        edition.ownWords().forEach((id, own) -> all.put(id.toString(), new Words(own.title(), own.text())));
        return Optional.of(all).filter(it -> !it.isEmpty());
    }

    private static List<Part> parts(EditionOutline edition) {
        return edition.parts().stream()
                .map(part -> new Part(
                        part.kind().slug(),
                        part.clippings().size(),
                        part.clippings().stream().map(ClippingId::value).toList()))
                .toList();
    }
}
