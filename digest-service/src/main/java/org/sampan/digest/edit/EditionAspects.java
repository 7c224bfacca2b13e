package org.sampan.digest.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edit.EditionEdit.WantedSection;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.OwnWords;
import org.sampan.digest.edition.Translation;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.NewDeed;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a draft says, in parts that are changed and taken back one without the other: {@code title}, {@code introduction},
 * {@code sections}, {@code translation <language>} and {@code words <clipping>}, each as JSON.
 */
@Component
final class EditionAspects {
    private static final String TRANSLATION = "translation ";
    private static final String WORDS = "words ";

    private final JsonMapper json;

    EditionAspects(JsonMapper json) {
        this.json = json;
    }

    /** How one part was, and how it became; null: it was not there. */
    record Changed(@Nullable String before, @Nullable String after) {
        Changed reversed() {
            return new Changed(after, before);
        }
    }

    Map<String, Changed> difference(Edition before, Edition after) {
        Map<String, String> old = of(before);
        Map<String, String> fresh = of(after);
        Map<String, Changed> changed = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        for (String name : names) {
            if (!Objects.equals(old.get(name), fresh.get(name))) {
                changed.put(name, new Changed(old.get(name), fresh.get(name)));
            }
        }
        return changed;
    }

    /** Whether the parts are still as the change left them. */
    boolean areAfter(Map<String, Changed> changes, Edition now) {
        Map<String, String> parts = of(now);
        return changes.entrySet().stream()
                .allMatch(one ->
                        Objects.equals(parts.get(one.getKey()), one.getValue().after()));
    }

    private Map<String, String> of(Edition edition) {
        Map<String, String> parts = new HashMap<>();
        parts.put("title", json.writeValueAsString(edition.title()));
        edition.introduction().ifPresent(text -> parts.put("introduction", json.writeValueAsString(text)));
        parts.put("sections", json.writeValueAsString(wanted(edition)));
        edition.translations()
                .forEach(one -> parts.put(TRANSLATION + one.language().toLanguageTag(), json.writeValueAsString(one)));
        edition.ownWords().forEach((id, words) -> parts.put(WORDS + id, json.writeValueAsString(words)));
        return parts;
    }

    static List<WantedSection> wanted(Edition edition) {
        return edition.sections().stream()
                .map(section -> new WantedSection(
                        section.kind().slug(),
                        section.clippings().stream()
                                .map(clipping -> clipping.id().value())
                                .toList()))
                .toList();
    }

    /** The edition with one part as it was; its sections come from elsewhere, since clippings may be gone. */
    Edition with(Edition edition, String part, Changed back) {
        Optional<String> value = Optional.ofNullable(back.after());
        if (part.equals("title")) {
            return value.map(it -> edition.withTitle(json.readValue(it, String.class)))
                    .orElse(edition);
        }
        if (part.equals("introduction")) {
            return edition.withIntroduction(value.map(it -> json.readValue(it, String.class)));
        }
        if (part.startsWith(TRANSLATION)) {
            Locale language = Locale.forLanguageTag(part.substring(TRANSLATION.length()));
            return edition.withTranslation(value.map(it -> json.readValue(it, Translation.class))
                    .orElseGet(() -> new Translation(language, "", "", "")));
        }
        if (part.startsWith(WORDS)) {
            return edition.withOwnWords(
                    new ClippingId(Long.parseLong(part.substring(WORDS.length()))),
                    value.map(it -> json.readValue(it, OwnWords.class)).orElse(OwnWords.NONE));
        }
        return edition;
    }

    /** The sections among the parts, if they are. */
    Optional<List<WantedSection>> sections(Map<String, Changed> changes) {
        return Optional.ofNullable(changes.get("sections"))
                .map(Changed::after)
                .map(it -> json.readValue(it, new TypeReference<List<WantedSection>>() {}));
    }

    String write(Map<String, Changed> changes) {
        return json.writeValueAsString(changes);
    }

    /** The deed of throwing a draft away, from which it can be brought back. */
    NewDeed thrownAway(Edition draft, Actor actor) {
        return new NewDeed(
                actor,
                EditEdition.subject(draft.id()),
                ThrownAway.WHAT,
                draft.title(),
                json.writeValueAsString(ThrownAway.of(draft)));
    }

    ThrownAway readThrownAway(String text) {
        return json.readValue(text, ThrownAway.class);
    }

    Map<String, Changed> read(String text) {
        return json.readValue(text, new TypeReference<TreeMap<String, Changed>>() {});
    }
}
