package org.sampan.digest.edition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;

/**
 * A numbered edition of a series.
 *
 * @param introduction Markdown by the desk, in the main language
 * @param translations of title and introduction, by language tag
 * @param ownWords instead of a clipping's: of one it carries, or of a version of one
 * @param datedAt the date its mail carries, fixed when it was compiled
 */
public record Edition(
        EditionId id,
        String title,
        Period period,
        Optional<String> introduction,
        List<Section> sections,
        List<Translation> translations,
        Map<ClippingId, OwnWords> ownWords,
        EditionState state,
        LastChange lastChange,
        Instant datedAt,
        Optional<Instant> sentAt,
        Optional<Instant> publishedAt) {

    public Edition {
        sections = List.copyOf(sections);
        translations = List.copyOf(translations);
        ownWords = Map.copyOf(ownWords);
    }

    /** This edition with other contents. */
    public Edition withSections(List<Section> others) {
        return with(title, introduction, others, translations, ownWords);
    }

    public Edition withTitle(String other) {
        return with(other, introduction, sections, translations, ownWords);
    }

    public Edition withIntroduction(Optional<String> other) {
        return with(title, other, sections, translations, ownWords);
    }

    /** With this one instead of the one there was in its language; one that says nothing is none. */
    public Edition withTranslation(Translation one) {
        boolean none = one.title().isEmpty() && one.introduction().isEmpty();
        List<Translation> others = Stream.concat(
                        translations.stream().filter(it -> !it.language().equals(one.language())),
                        none ? Stream.empty() : Stream.of(one))
                .sorted((a, b) ->
                        a.language().toLanguageTag().compareTo(b.language().toLanguageTag()))
                .toList();
        return with(title, introduction, sections, others, ownWords);
    }

    /** {@link OwnWords#NONE} takes them away. */
    public Edition withOwnWords(ClippingId clipping, OwnWords words) {
        Map<ClippingId, OwnWords> others = new HashMap<>(ownWords);
        if (words.equals(OwnWords.NONE)) {
            others.remove(clipping);
        } else {
            others.put(clipping, words);
        }
        return with(title, introduction, sections, translations, others);
    }

    /** Everything but what time and state say of it. */
    Edition with(
            String otherTitle,
            Optional<String> otherIntroduction,
            List<Section> otherSections,
            List<Translation> otherTranslations,
            Map<ClippingId, OwnWords> otherWords) {
        return new Edition(
                id,
                otherTitle,
                period,
                otherIntroduction,
                otherSections,
                otherTranslations,
                otherWords,
                state,
                lastChange,
                datedAt,
                sentAt,
                publishedAt);
    }

    public Optional<Translation> translation(Locale language) {
        return translations.stream()
                .filter(it -> it.language().equals(language))
                .findFirst();
    }

    /** The title that readers of a language see. */
    public String title(Locale language) {
        return translation(language)
                .map(Translation::title)
                .filter(text -> !text.isEmpty())
                .orElse(title);
    }

    /** The introduction that readers of a language see: better one in the main language than none. */
    public Optional<String> introduction(Locale language) {
        return translation(language)
                .map(Translation::introduction)
                .filter(text -> !text.isEmpty())
                .or(this::introduction);
    }

    public OwnWords ownWords(ClippingId clipping) {
        return ownWords.getOrDefault(clipping, OwnWords.NONE);
    }

    /** Another name as soon as title or introduction change in the main language: a translation of others is stale. */
    public String originalWords() {
        String words = title + "\n" + introduction.orElse("");
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** This edition without its clippings. */
    public EditionOutline outline() {
        return new EditionOutline(
                id,
                title,
                period,
                introduction,
                sections.stream().map(Section::outline).toList(),
                translations,
                ownWords,
                state,
                lastChange,
                datedAt);
    }

    public Stream<Clipping> clippings() {
        return sections.stream().flatMap(section -> section.clippings().stream());
    }

    public Set<ClippingId> clippingIds() {
        return clippings().map(Clipping::id).collect(Collectors.toUnmodifiableSet());
    }

    /** How many clippings it carries. */
    public int items() {
        return sections.stream().mapToInt(section -> section.clippings().size()).sum();
    }

    /**
     * Who was the last to change what it says.
     *
     * @param by an editor's address, or what part of the program it was
     */
    public record LastChange(String by, Instant at) {}
}
