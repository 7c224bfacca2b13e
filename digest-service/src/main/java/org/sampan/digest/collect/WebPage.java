package org.sampan.digest.collect;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An article's page on a newspaper's site: its text without the furniture, and what the page says of it to machines. */
final class WebPage {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=[\"']?([\\w.:-]+)");
    /** Less text than this is no article: a front page, a consent wall, a page that only a script fills. */
    private static final int SHORTEST_ARTICLE = 200;

    private final URI url;
    private final Document page;
    private final LinkedArticle linked;

    private WebPage(URI url, Document page) {
        this.url = url;
        this.page = page;
        this.linked = LinkedArticle.in(page);
    }

    /** @throws FeedProblem when it is no HTML, or too much of it */
    static WebPage read(URI url, Fetched.Body body) throws FeedProblem {
        boolean isHtml = body.contentType()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.contains("html"))
                .isPresent();
        if (!isHtml) {
            throw new FeedProblem("is no web page but " + body.contentType().orElse("of an unknown type"));
        }
        return new WebPage(url, PageTree.of(body.bytes(), charset(body), url.toString()));
    }

    /** Empty when the page does not say; then the reader looks into the page itself. */
    private static @Nullable String charset(Fetched.Body body) {
        Matcher named = CHARSET.matcher(body.contentType().orElse(""));
        return named.find() && isKnown(named.group(1)) ? named.group(1) : null;
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException notAName) {
            return false;
        }
    }

    /** The name of the site; empty for a file that does not say. */
    String site() {
        return meta("og:site_name")
                .or(linked::publisher)
                .or(() -> Optional.ofNullable(url.getHost()))
                .orElse("");
    }

    Optional<Locale> language() {
        return Stream.of(linked.language(), Optional.of(page.select("html").attr("lang")), meta("og:locale"))
                .flatMap(Optional::stream)
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')))
                .filter(tag -> !tag.getLanguage().isEmpty())
                .findFirst();
    }

    /** @throws FeedProblem when there is no article on the page */
    FeedItem item() throws FeedProblem {
        Article article = new Readability4J(url.toString(), page.clone()).parse();
        String html = Optional.ofNullable(article.getContent()).orElse("");
        if (Jsoup.parseBodyFragment(html).text().length() < SHORTEST_ARTICLE) {
            throw new FeedProblem(
                    "shows no article that could be told from the rest of the page; paste the text instead");
        }
        String address = canonical();
        return new FeedItem(
                linked.headline()
                        .or(() -> meta("og:title"))
                        .or(() -> Optional.ofNullable(article.getTitle()))
                        .map(FeedReader::plain)
                        .orElse(""),
                Optional.of(address),
                Optional.of(address),
                publishedAt(),
                authors(article),
                Optional.of(site()).filter(name -> !name.isEmpty()),
                List.of(),
                html,
                url.toString());
    }

    /** The page's own address for itself, when it is of the same site. */
    private String canonical() {
        return Stream.of(
                        page.select("link[rel=canonical]").attr("abs:href"),
                        meta("og:url").orElse(""))
                .filter(address -> !address.isEmpty())
                .flatMap(address -> CanonicalLink.of(address, url.toString()).stream())
                .filter(address -> String.valueOf(address.getHost()).equalsIgnoreCase(url.getHost()))
                .filter(address -> address.getPath().length() > 1)
                .findFirst()
                .or(() -> CanonicalLink.of(url.toString(), url.toString()))
                .orElse(url)
                .toString();
    }

    private Optional<Instant> publishedAt() {
        return Stream.of(
                        linked.published(),
                        meta("article:published_time"),
                        meta("date"),
                        meta("dc.date"),
                        meta("dc.date.issued"),
                        meta("pubdate"),
                        Optional.of(page.select("article time[datetime], time[itemprop=datePublished]")
                                .attr("datetime")))
                .flatMap(Optional::stream)
                .flatMap(text -> instant(text).stream())
                .findFirst();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noInstant) {
            return PrintedDate.in(text).map(PrintedDate::noon);
        }
    }

    private List<String> authors(Article article) {
        if (!linked.authors().isEmpty()) {
            return linked.authors();
        }
        return meta("author")
                .or(() -> meta("article:author").filter(name -> !name.startsWith("http")))
                .or(() -> Optional.ofNullable(article.getByline()))
                .map(name -> name.replaceAll("(?i)^by\\s+", "").strip())
                .filter(name -> !name.isEmpty())
                .stream()
                .toList();
    }

    private Optional<String> meta(String name) {
        return page.select("meta").stream()
                .filter(meta ->
                        name.equalsIgnoreCase(meta.attr("property")) || name.equalsIgnoreCase(meta.attr("name")))
                .map(meta -> attribute(meta))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static String attribute(Element meta) {
        return meta.attr("content").strip();
    }
}
