package org.sampan.digest.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.digest.collect.MailedStatement.Passage;
import org.sampan.digest.collect.MailedStatement.Problem;

/** The languages of a mailed statement, as they are met. */
final class MailedPassages {
    private static final int MOST = 8;
    private static final Set<String> KNOWN = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));
    /** {@code [km] title}: what follows is in Khmer. A link's definition has a colon behind the bracket. */
    private static final Pattern MARK = Pattern.compile("\\[([A-Za-z]{2,3}(?:-[A-Za-z]{2,8})?)\\](?:[ \\t]+(.*))?");

    private final Map<Locale, Passage> byLanguage = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Divides a text at the lines that say a language; what stands before the first is in the one it seems to be. */
    void divide(String subject, String text) {
        StringBuilder said = new StringBuilder();
        Optional<Locale> language = Optional.empty();
        String title = subject;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher mark = MARK.matcher(line.strip());
            boolean begins = mark.matches();
            if (begins && !isKnown(mark.group(1))) {
                problems.add(new Problem("language", Map.of("language", mark.group(1))));
                begins = false;
            }
            if (begins) {
                keep(language, title, said.toString(), language.isPresent());
                said.setLength(0);
                language = Optional.of(Locale.forLanguageTag(mark.group(1)));
                title = Optional.ofNullable(mark.group(2)).map(String::strip).orElse("");
            } else {
                said.append(line).append('\n');
            }
        }
        keep(language, title, said.toString(), language.isPresent() || byLanguage.isEmpty());
    }

    private static boolean isKnown(String tag) {
        return KNOWN.contains(Locale.forLanguageTag(tag).getLanguage()) || tag.equals("shn");
    }

    /** @param evenEmpty what stands before the first language may be nothing at all */
    private void keep(Optional<Locale> language, String title, String text, boolean evenEmpty) {
        if (evenEmpty || !text.isBlank()) {
            add(language.orElseGet(() -> LanguageOf.text(text, Optional.empty())), title, text.strip());
        }
    }

    void add(Locale language, String title, String text) {
        if (text.isBlank()) {
            problems.add(new Problem("no-text", Map.of()));
        }
        Passage known = byLanguage.get(language);
        if (known != null) {
            problems.add(new Problem("twice", Map.of("language", language.toLanguageTag())));
            byLanguage.put(language, new Passage(language, known.title(), known.markdown() + "\n\n" + text));
        } else if (byLanguage.size() == MOST) {
            problems.add(new Problem("many", Map.of()));
        } else {
            byLanguage.put(language, new Passage(language, title, text));
        }
    }

    List<Passage> all() {
        return byLanguage.isEmpty() ? List.of(new Passage(Locale.ENGLISH, "", "")) : List.copyOf(byLanguage.values());
    }

    List<Problem> problems() {
        return problems.stream().distinct().toList();
    }
}
