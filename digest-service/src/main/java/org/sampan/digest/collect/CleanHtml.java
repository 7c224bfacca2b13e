package org.sampan.digest.collect;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The text of a story as HTML that may stand in any page or mail: words, paragraphs, lists, quotes, tables and links.
 * Pictures are left out with everything else: they would tell a stranger's server who reads.
 */
final class CleanHtml {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "q",
                    "pre",
                    "code",
                    "em",
                    "i",
                    "strong",
                    "b",
                    "u",
                    "sub",
                    "sup",
                    "small",
                    "a",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "caption",
                    "span",
                    "div",
                    "dl",
                    "dt",
                    "dd")
            .allowAttributes("lang", "dir")
            .globally()
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("http", "https", "mailto")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .allowWithoutAttributes("span", "a")
            .toFactory();

    /** Much more than an article has; cleaning takes some fifty times the memory. */
    private static final int LONGEST = 1_000_000;

    private static final int MOST_TAGS = PageTree.MOST_ELEMENTS;

    private CleanHtml() {}

    /** No article is so long, or has so many elements: it is there to cost its reader time and memory. */
    static boolean isTooMuch(String html) {
        return html.length() > LONGEST
                || html.chars().filter(letter -> letter == '<').count() > MOST_TAGS;
    }

    static String of(String html, String base) {
        Document document = Jsoup.parseBodyFragment(html, base);
        document.select("script, style, noscript, template, iframe, object, form")
                .remove();
        for (Element link : document.select("a[href]")) {
            String whole = link.absUrl("href");
            CanonicalLink.of(whole, base)
                    .ifPresentOrElse(clean -> link.attr("href", clean.toString()), () -> keepMail(link, whole));
        }
        return POLICY.sanitize(document.body().html()).strip();
    }

    private static void keepMail(Element link, String address) {
        if (!address.startsWith("mailto:")) {
            link.removeAttr("href");
        }
    }

    /** The text's paragraphs in order, without mark-up; empty ones left out. */
    static List<String> paragraphs(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select("br").after("\n");
        Elements blocks = document.select("p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, td, dd, dt");
        List<String> texts = blocks.stream()
                .filter(block -> block.select("p, li").size() <= (block.is("p, li") ? 1 : 0))
                .flatMap(block -> block.wholeText().lines())
                .map(CleanHtml::tidy)
                .filter(text -> !text.isEmpty())
                .toList();
        return texts.isEmpty()
                ? document.body()
                        .wholeText()
                        .lines()
                        .map(CleanHtml::tidy)
                        .filter(text -> !text.isEmpty())
                        .toList()
                : texts;
    }

    private static String tidy(String line) {
        return line.replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
