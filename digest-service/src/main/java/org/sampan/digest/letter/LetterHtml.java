package org.sampan.digest.letter;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * A stranger's HTML made safe: no script, no style, nothing fetched from elsewhere. First it is arranged for our pages,
 * then sanitised; nothing touches it after that.
 */
final class LetterHtml {
    private static final PolicyFactory POLICY = policy();

    private final Presentation presentation;
    private final Map<String, String> partOfContentId;
    private boolean remoteContent;

    /** @param partOfContentId which part an image in the message is, by its Content-ID without brackets */
    LetterHtml(Presentation presentation, Map<String, String> partOfContentId) {
        this.presentation = presentation;
        this.partOfContentId = Map.copyOf(partOfContentId);
    }

    String safe(String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        document.select("script, style, head, title, template, noscript").remove();
        document.select("img").forEach(this::localise);
        document.select("h1, h2").tagName("h2");
        document.select("h3, h4, h5, h6").tagName("h3");
        document.select("blockquote").stream()
                .filter(quote -> !quote.parents().is("blockquote"))
                .forEach(this::fold);
        return POLICY.sanitize(document.body().html()).strip();
    }

    /** Whether something to be fetched from elsewhere was left out. */
    boolean hadRemoteContent() {
        return remoteContent;
    }

    private void localise(Element image) {
        String source = image.attr("src").strip();
        String lower = source.toLowerCase(Locale.ROOT);
        String part = lower.startsWith("cid:") ? partOfContentId.get(source.substring("cid:".length())) : null;
        if (part != null) {
            image.attr("src", presentation.filesPath() + part);
        } else {
            remoteContent |= lower.startsWith("http") || lower.startsWith("//");
            image.remove();
        }
    }

    private void fold(Element quote) {
        Element details = new Element("details");
        quote.replaceWith(details);
        details.appendElement("summary").text(presentation.quotedLabel());
        details.appendChild(quote);
    }

    private static PolicyFactory policy() {
        return new HtmlPolicyBuilder()
                .allowElements(
                        "p", "div", "span", "br", "hr", "b", "i", "u", "s", "em", "strong", "small", "sub", "sup")
                .allowElements("h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "cite", "q")
                .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
                .allowElements("details", "summary", "a", "img")
                .allowWithoutAttributes("span")
                .allowAttributes("lang", "dir")
                .globally()
                .allowAttributes("colspan", "rowspan")
                .matching(Pattern.compile("[1-9][0-9]?"))
                .onElements("td", "th")
                .allowAttributes("start")
                .matching(Pattern.compile("[0-9]{1,4}"))
                .onElements("ol")
                .allowAttributes("href")
                .onElements("a")
                .allowUrlProtocols("http", "https", "mailto")
                .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
                .allowAttributes("src")
                .matching(Pattern.compile("/lists/[a-z0-9._-]{1,64}/posts/[a-z2-7]{20}/attachments/[0-9.]{1,60}"))
                .onElements("img")
                .allowAttributes("alt")
                .onElements("img")
                .toFactory();
    }
}
