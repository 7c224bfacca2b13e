package org.sampan.mailserver.content;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Makes of a page the text a reader without a browser reads: paragraphs, list items, quotes, addresses behind links. */
public final class HtmlText {
    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template", "noscript");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "table", "hr", "figure");

    private static final Set<String> CELLS = Set.of("td", "th");

    private final StringBuilder text = new StringBuilder();
    private int quotes;
    private int wanted; // line ends before the next word

    private HtmlText() {}

    /** Lines end with LF; empty when nothing in the page is to be read. */
    public static String of(Document page) {
        page.select(String.join(",", UNSEEN)).remove();
        HtmlText reader = new HtmlText();
        reader.read(page.body());
        return reader.text.toString().strip();
    }

    private void read(Element body) {
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    write(isPreformatted(words) ? words.getWholeText() : words.text());
                } else if (node instanceof Element element) {
                    begin(element);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    end(element);
                }
            }
        });
    }

    private void begin(Element element) {
        String name = element.normalName();
        breakBefore(element);
        switch (name) {
            case "blockquote" -> quotes++;
            case "br" -> lines(1, true);
            case "li" -> write("- ");
            case "td", "th" -> write(element.previousElementSibling() == null ? "" : "  ");
            case "img" -> write(element.attr("alt"));
            default -> {}
        }
    }

    private void end(Element element) {
        String address = element.attr("href").strip();
        if (element.normalName().equals("a") && isWorthTelling(address, element.text())) {
            write(" <" + address + ">");
        }
        if (element.normalName().equals("blockquote")) {
            quotes--;
        }
        breakBefore(element);
    }

    private static boolean isWorthTelling(String address, String shown) {
        return address.matches("(?i)(https?://|mailto:|ftp://)[^\\s<>]+")
                && !shown.contains(address)
                && !address.equalsIgnoreCase("mailto:" + shown.strip());
    }

    private void breakBefore(Element element) {
        if (PARAGRAPHS.contains(element.normalName())) {
            lines(2, false);
        } else if (element.isBlock() && !CELLS.contains(element.normalName())
                || element.normalName().equals("tr")) {
            lines(1, false);
        }
    }

    private void lines(int least, boolean more) {
        wanted = more ? wanted + 1 : Math.max(wanted, least);
    }

    private void write(String words) {
        String shown = atLineStart() ? words.stripLeading() : words;
        if (shown.isEmpty()) {
            return;
        }
        if (!text.isEmpty() && wanted > 0) {
            text.append("\n".repeat(Math.min(wanted, 2)));
        }
        if (text.isEmpty() || wanted > 0) {
            text.append("> ".repeat(quotes));
        }
        wanted = 0;
        text.append(shown);
    }

    private boolean atLineStart() {
        return wanted > 0 || text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    private static boolean isPreformatted(TextNode words) {
        Element parent = words.parent();
        return parent != null && parent.closest("pre") != null;
    }
}
