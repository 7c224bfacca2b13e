package org.sampan.digest.clipping;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.sampan.digest.markdown.Excerpt;

/**
 * What a clipping says and who says it.
 *
 * @param publishedAt when its outlet published it, not when it was met
 * @param byline its authors, as printed
 * @param outlet the newspaper, agency or organisation it first appeared in
 * @param language of the text
 * @param country the one it is about; empty when it is about several or none
 * @param topics what it is about, the foremost first; may be empty
 * @param link to the original, without tracking parameters
 * @param html cleaned: safe to put into a page as it is
 * @param summary plain text, at most some sentences
 */
public record Story(
        String title,
        Kind kind,
        Instant publishedAt,
        Optional<String> byline,
        Optional<String> outlet,
        Locale language,
        Optional<Country> country,
        List<Topic> topics,
        Optional<URI> link,
        String html,
        String summary) {
    /**
     * Overrides, embeddings and isolates turn round what stands behind them too, wherever the story is shown. Controls are no letter of
     * any text, and the database does not take the first of them at all.
     */
    private static final Pattern NO_LETTERS =
            Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069[\\p{Cntrl}&&[^\\t\\n\\r]]]");

    public Story {
        title = lettered(title);
        byline = byline.map(Story::lettered);
        outlet = outlet.map(Story::lettered);
        summary = lettered(summary);
        topics = List.copyOf(topics);
    }

    private static String lettered(String text) {
        return NO_LETTERS.matcher(text).replaceAll("");
    }

    /** A story about no topic in particular. */
    public Story(
            String title,
            Kind kind,
            Instant publishedAt,
            Optional<String> byline,
            Optional<String> outlet,
            Locale language,
            Optional<Country> country,
            Optional<URI> link,
            String html,
            String summary) {
        this(title, kind, publishedAt, byline, outlet, language, country, List.of(), link, html, summary);
    }

    /** This story, with what it lacks taken from {@code other}, the same story met elsewhere. */
    Story completedBy(Story other) {
        return new Story(
                title,
                kind,
                publishedAt,
                byline.or(other::byline),
                outlet.or(other::outlet),
                language,
                country.or(other::country),
                topics.isEmpty() ? other.topics : topics,
                link.or(other::link),
                html.isEmpty() ? other.html : html,
                summary.isEmpty() ? other.summary : summary);
    }

    /** This story with no more of its text than that; a whole text that is longer is left out. */
    Story within(Excerpt limit) {
        String text = Jsoup.parseBodyFragment(html).text();
        boolean fits = limit.of(text, language).equals(text);
        return new Story(
                title,
                kind,
                publishedAt,
                byline,
                outlet,
                language,
                country,
                topics,
                link,
                fits ? html : "",
                limit.of(summary, language));
    }

    /** This story; when it has no summary, with the beginning of its text as one: editions print nothing else of it. */
    public Story summarised(Excerpt length) {
        if (!summary.isBlank()) {
            return this;
        }
        Element text = Jsoup.parseBodyFragment(html).body();
        String first = text.select("p, li").stream()
                .map(Element::text)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElseGet(text::text);
        return new Story(
                title,
                kind,
                publishedAt,
                byline,
                outlet,
                language,
                country,
                topics,
                link,
                html,
                length.of(first, language));
    }

    /** This story about other topics. */
    public Story withTopics(List<Topic> others) {
        return new Story(title, kind, publishedAt, byline, outlet, language, country, others, link, html, summary);
    }
}
