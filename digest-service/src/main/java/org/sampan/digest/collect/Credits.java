package org.sampan.digest.collect;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who wrote a story, for whom, and when it was published: out of its text where the text says so, or else as the feed
 * says. The text wins because feeds name whoever pasted the story, on the day it was pasted.
 *
 * @param publishedOn only when the text itself gives the date
 */
record Credits(Optional<String> byline, Optional<String> outlet, Optional<LocalDate> publishedOn) {
    private static final Pattern BY =
            Pattern.compile("(?i)^(?:by|written by|author|reported by)\\s*[:：]?\\s+(.{2,160})$");
    private static final Pattern SOURCE = Pattern.compile(
            "(?i)^(?:source|from|originally published (?:in|by|on)|first published (?:in|by)|ที่มา|nguồn|来源)\\s*[:：]\\s*(.{2,120})$");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?i)^(?:published|published on|date published|date of publication|posted on|วันที่เผยแพร่|ngày đăng)\\s*[:：]\\s*(.{6,60})$");
    private static final Pattern OUTLET_WORDS = Pattern.compile(
            "(?i)\\b(the|news|post|times|bureau|agency|herald|press|daily|weekly|journal|tribune|mail|gazette|observer"
                    + "|chronicle|star|standard|guardian|nation|radio|television|tv|media|broadcasting|network|online"
                    + "|magazine|review|reuters|xinhua|afp|bbc|voa|rfa)\\b");
    /** No part can match what the next one does: a line of nothing but {@code @} would take minutes. */
    private static final Pattern ADDRESS_AND_NAME = Pattern.compile("[^\\s@]+@[^\\s@(]+\\s*\\((.+)\\)");

    private static final Set<String> NOBODY = Set.of(
            "admin",
            "administrator",
            "webmaster",
            "editor",
            "editors",
            "secretariat",
            "web team",
            "staff",
            "author",
            "root",
            "user",
            "unknown",
            "noreply");
    /** Credits stand at the head or the foot of a story. */
    private static final int LINES = 6;

    static Credits of(FeedItem item, List<String> paragraphs) {
        List<String> lines = headAndFoot(paragraphs);
        Optional<String> by = group(BY, lines).filter(name -> name.split(" ").length <= 14);
        Optional<String> from = group(SOURCE, lines).filter(name -> !name.startsWith("http"));
        Names names = by.map(Names::of).orElse(Names.NONE);
        Optional<String> author = item.authors().stream()
                .map(Credits::person)
                .filter(name -> !NOBODY.contains(name.toLowerCase(Locale.ROOT)) && !name.contains("@"))
                .reduce((one, other) -> one + ", " + other);
        Optional<String> outlet = names.outlet().or(() -> from).or(item::outlet);
        return new Credits(
                names.byline().or(() -> author).filter(name -> !outlet.equals(Optional.of(name))),
                outlet,
                group(PUBLISHED, lines).flatMap(PrintedDate::in));
    }

    private static List<String> headAndFoot(List<String> paragraphs) {
        int count = paragraphs.size();
        return count <= 2 * LINES
                ? paragraphs
                : Stream.concat(
                                paragraphs.subList(0, LINES).stream(),
                                paragraphs.subList(count - LINES, count).stream())
                        .toList();
    }

    /** True for a paragraph that only credits, and tells nothing of the story. */
    static boolean isCredit(String paragraph) {
        return Stream.of(BY, SOURCE, PUBLISHED)
                .anyMatch(pattern -> pattern.matcher(paragraph).matches());
    }

    private static Optional<String> group(Pattern pattern, List<String> lines) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .findFirst();
    }

    /** RSS wants {@code address (name)}. */
    private static String person(String author) {
        Matcher named = ADDRESS_AND_NAME.matcher(author);
        return named.matches() ? named.group(1).strip() : author;
    }

    /** "Names, Outlet", "Outlet" or "Names". */
    private record Names(Optional<String> byline, Optional<String> outlet) {
        static final Names NONE = new Names(Optional.empty(), Optional.empty());

        static Names of(String line) {
            int comma = line.lastIndexOf(',');
            String last = line.substring(comma + 1).strip();
            if (!OUTLET_WORDS.matcher(last).find()) {
                return new Names(Optional.of(line), Optional.empty());
            }
            return new Names(
                    Optional.of(line.substring(0, Math.max(comma, 0)).strip()).filter(names -> !names.isEmpty()),
                    Optional.of(last));
        }
    }
}
