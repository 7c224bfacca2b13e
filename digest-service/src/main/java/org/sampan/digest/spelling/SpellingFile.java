package org.sampan.digest.spelling;

import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Topic;
import org.sampan.digest.settings.DeclaredEntry;
import org.sampan.digest.settings.DeclaredFile;

/** Reads {@code words/spelling.yaml}: the operator's own, else the one this program was built with. */
final class SpellingFile {
    private static final String NAME = "spelling.yaml";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Map<String, Spelling.Habits> habits = new HashMap<>();

    /** @throws org.sampan.digest.settings.BadSettings naming every problem with its line */
    SpellingFile(Path folder) {
        Path path = folder.resolve(NAME);
        DeclaredFile file = Files.exists(path) ? DeclaredFile.read(path) : DeclaredFile.of(path, builtIn());
        for (String language : file.root().keys()) {
            if (!language.matches("[a-z]{2,3}")) {
                file.root().problem(language, "not a language such as en or my");
            }
            habits.put(language, habits(language, file.root().entry(language)));
        }
        file.refuseProblems();
    }

    /** By language. */
    Map<String, Spelling.Habits> habits() {
        return Map.copyOf(habits);
    }

    private static Spelling.Habits habits(String language, DeclaredEntry entry) {
        entry.allowOnly(List.of("date", "countries", "topics"));
        Optional<String> pattern = entry.as(
                "date", text -> pattern(text, language), "a pattern with a day, a month and a year such as d MMMM y");
        DeclaredEntry names = entry.entry("countries");
        Map<Country, String> countries = new HashMap<>();
        for (String code : names.keys()) {
            if (COUNTRIES.contains(code)) {
                countries.put(new Country(code), names.required(code));
            } else {
                names.problem(code, "not a country's code of two letters such as LA (codes like NO need quotes)");
            }
        }
        return new Spelling.Habits(pattern, Map.copyOf(countries), topics(entry.entry("topics")));
    }

    private static Map<Topic, String> topics(DeclaredEntry names) {
        Map<Topic, String> topics = new HashMap<>();
        for (String slug : names.keys()) {
            List<Topic> topic = Topic.list(slug).orElse(List.of());
            if (topic.size() == 1) {
                topics.put(topic.get(0), names.required(slug));
            } else {
                names.problem(slug, "not a topic's name of small letters such as domestic-work");
            }
        }
        return Map.copyOf(topics);
    }

    /** Whatever stands between quotes is words, not pattern. */
    private static Optional<String> pattern(String text, String language) {
        try {
            new SimpleDateFormat(text, new ULocale(language));
        } catch (IllegalArgumentException unknownLetter) {
            return Optional.empty();
        }
        String fields = text.replaceAll("'[^']*'", "");
        boolean whole = fields.contains("d") && fields.matches(".*[ML].*") && fields.contains("y");
        return whole ? Optional.of(text) : Optional.empty();
    }

    private static String builtIn() {
        try (InputStream in = SpellingFile.class.getResourceAsStream(NAME)) {
            return new String(Objects.requireNonNull(in, NAME).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
