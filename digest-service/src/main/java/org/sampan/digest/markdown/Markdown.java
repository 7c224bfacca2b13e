package org.sampan.digest.markdown;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** A text in CommonMark. HTML in it is shown as written, never obeyed. */
public record Markdown(String source) {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).build();
    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "em",
                    "strong",
                    "a",
                    "code",
                    "pre")
            .allowAttributes("href", "title")
            .onElements("a")
            .allowAttributes("start")
            .onElements("ol")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .toFactory();

    public Markdown {
        // CommonMark, 2.3; and the database takes no such character.
        source = source.replace('\0', '\ufffd');
    }

    /** Safe to put into a page or a mail as it is. */
    public String html() {
        return SAFE.sanitize(HTML.render(parsed())).strip();
    }

    /** Everything the HTML says, in plain text with one line per paragraph: to be wrapped by who shows it. */
    public String text() {
        PlainTextVisitor visitor = new PlainTextVisitor();
        parsed().accept(visitor);
        return visitor.text();
    }

    private Node parsed() {
        return PARSER.parse(source);
    }
}
