package org.sampan.digest.desk.inbox;

import com.ibm.icu.text.Collator;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Topic;
import org.sampan.digest.collect.KnownWords;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.page.ReaderFormats;
import org.sampan.digest.source.Sources;
import org.sampan.digest.spelling.Spelling;
import org.springframework.stereotype.Component;

/** What forms about clippings let an editor choose from, named in the editor's language and in its order. */
@Component
final class Choices {
    /** Those of the pages, and others that neighbours and partners write. */
    private static final List<Locale> LANGUAGES = Stream.of(
                    "en", "my", "zh", "km", "lo", "shn", "th", "vi", "id", "ja", "kac", "kar", "ko", "ksw", "mnw", "ms",
                    "fil", "de", "fr")
            .map(Locale::forLanguageTag)
            .toList();

    private final KnownWords words;
    private final SeriesCatalogue catalogue;
    private final Sources sources;
    private final Spelling spelling;

    Choices(KnownWords words, SeriesCatalogue catalogue, Sources sources, Spelling spelling) {
        this.words = words;
        this.catalogue = catalogue;
        this.sources = sources;
        this.spelling = spelling;
    }

    /** One to choose. {@code value}: as forms and addresses write it. */
    public record Choice(String value, String name) {}

    /** What can be chosen of each field, for one editor. */
    public record All(
            List<String> kinds,
            List<Choice> countries,
            List<Choice> languages,
            List<Choice> topics,
            List<Choice> series,
            List<Choice> sources) {}

    All in(Locale language) {
        ReaderFormats formats = new ReaderFormats(spelling, language, ZoneOffset.UTC);
        return new All(
                Arrays.stream(Kind.values()).map(Kind::slug).toList(),
                ordered(language, words.countries(), Country::code, formats::country),
                ordered(language, LANGUAGES, Locale::toLanguageTag, formats::language),
                ordered(language, words.topics(), Topic::slug, formats::topic),
                catalogue.all().stream().map(Choices::choice).toList(),
                sources.names().entrySet().stream().map(Choices::choice).toList());
    }

    private static Choice choice(Series series) {
        return new Choice(series.slug(), series.name());
    }

    private static Choice choice(Map.Entry<URI, String> source) {
        return new Choice(source.getKey().toString(), source.getValue());
    }

    private static <T> List<Choice> ordered(
            Locale language, List<T> all, Function<T, String> value, Function<T, String> name) {
        Comparator<Object> order = Collator.getInstance(language);
        return all.stream()
                .map(one -> new Choice(value.apply(one), name.apply(one)))
                .sorted(Comparator.comparing(Choice::name, order))
                .toList();
    }
}
