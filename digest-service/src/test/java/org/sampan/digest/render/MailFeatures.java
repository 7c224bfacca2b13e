package org.sampan.digest.render;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.htmlunit.cssparser.dom.AbstractCSSRuleImpl;
import org.htmlunit.cssparser.dom.CSSMediaRuleImpl;
import org.htmlunit.cssparser.dom.CSSStyleRuleImpl;
import org.htmlunit.cssparser.dom.CSSUnknownRuleImpl;
import org.htmlunit.cssparser.dom.CSSValueImpl;
import org.htmlunit.cssparser.dom.Property;
import org.htmlunit.cssparser.parser.CSSErrorHandler;
import org.htmlunit.cssparser.parser.CSSException;
import org.htmlunit.cssparser.parser.CSSOMParser;
import org.htmlunit.cssparser.parser.CSSParseException;
import org.htmlunit.cssparser.parser.InputSource;
import org.htmlunit.cssparser.parser.condition.Condition;
import org.htmlunit.cssparser.parser.javacc.CSS3Parser;
import org.htmlunit.cssparser.parser.selector.DescendantSelector;
import org.htmlunit.cssparser.parser.selector.ElementSelector;
import org.htmlunit.cssparser.parser.selector.Selector;
import org.htmlunit.cssparser.parser.selector.SelectorList;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The features of HTML and CSS that a mail uses, by the names caniemail.com gives them. What it cannot parse, it refuses. */
final class MailFeatures {
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("h1", "h1-h6"),
            Map.entry("h2", "h1-h6"),
            Map.entry("h3", "h1-h6"),
            Map.entry("ul", "lists"),
            Map.entry("ol", "lists"),
            Map.entry("li", "lists"),
            Map.entry("dl", "lists"),
            Map.entry("dt", "lists"),
            Map.entry("dd", "lists"),
            Map.entry("tbody", "table"),
            Map.entry("tr", "table"),
            Map.entry("td", "table"),
            Map.entry("em", "strong"));

    /** Of a family of properties, caniemail.com tests one. */
    private static final Pattern FAMILY =
            Pattern.compile("(padding|margin|font(?=-family)|border(?=-(top|right|bottom|left|color|width|style)))-.*");

    /** The parser makes every colour rgb(). */
    private static final Pattern FUNCTION = Pattern.compile("\\b(?!rgb\\()([a-z-]+)\\(");

    private final Set<String> found = new TreeSet<>();

    private MailFeatures() {}

    static Set<String> of(String html) {
        MailFeatures features = new MailFeatures();
        Document page = Jsoup.parse(html);
        page.getAllElements().forEach(features::element);
        if (html.contains("<!--[if")) {
            features.found.add("html-comments");
        }
        return features.found;
    }

    private void element(Element element) {
        String name = element.normalName();
        if (!name.startsWith("#")) {
            found.add("html-" + ELEMENTS.getOrDefault(name, name));
        }
        element.attributes().forEach(attribute -> attribute(element, attribute));
        if (name.equals("style")) {
            sheet(element.data());
        }
    }

    private void attribute(Element element, Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue();
        switch (name) {
            case "style" -> declarations(value);
            case "href" ->
                found.add(
                        value.startsWith("mailto:")
                                ? "html-mailto-links"
                                : value.startsWith("#") ? "html-anchor-links" : "html-href");
            case "name" -> found.add("html-meta-" + value);
            case "content", "media", "xmlns" -> {}
            default -> found.add("html-" + name.replaceFirst("^xmlns:.*", "xmlns"));
        }
    }

    private void declarations(String style) {
        try {
            parser().parseStyleDeclaration(style).getProperties().forEach(this::property);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void sheet(String css) {
        try {
            rules(parser().parseStyleSheet(new InputSource(new StringReader(css)), null)
                    .getCssRules()
                    .getRules());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void rules(List<AbstractCSSRuleImpl> rules) {
        for (AbstractCSSRuleImpl rule : rules) {
            if (rule instanceof CSSMediaRuleImpl media) {
                String query = media.getMediaList().getMediaText();
                found.add(
                        query.contains("prefers-color-scheme") ? "css-at-media-prefers-color-scheme" : "css-at-media");
                rules(media.getCssRules().getRules());
            } else if (rule instanceof CSSStyleRuleImpl style) {
                selectors(style.getSelectors());
                style.getStyle().getProperties().forEach(this::property);
            } else {
                String text = rule instanceof CSSUnknownRuleImpl ? rule.getCssText() : rule.toString();
                found.add("css-" + text.replaceFirst("(?s)^@([a-z-]+).*", "at-$1"));
            }
        }
    }

    private void selectors(SelectorList selectors) {
        if (selectors.size() > 1) {
            found.add("css-selector-grouping");
        }
        selectors.forEach(this::selector);
    }

    private void selector(Selector selector) {
        switch (selector.getSelectorType()) {
            case ELEMENT_NODE_SELECTOR -> {
                ElementSelector element = (ElementSelector) selector;
                if (element.getLocalName() != null) {
                    found.add("css-selector-type");
                }
                if (element.getConditions() != null) {
                    element.getConditions().forEach(this::condition);
                }
            }
            case DESCENDANT_SELECTOR -> {
                found.add("css-selector-descendant");
                selector(((DescendantSelector) selector).getAncestorSelector());
                selector(selector.getSimpleSelector());
            }
            default -> found.add("css-" + selector.getSelectorType().toString().toLowerCase(Locale.ROOT));
        }
    }

    private void condition(Condition condition) {
        found.add(
                switch (condition.getConditionType()) {
                    case CLASS_CONDITION -> "css-selector-class";
                    case ID_CONDITION -> "css-selector-id";
                    case ATTRIBUTE_CONDITION -> "css-selector-attribute";
                    case PSEUDO_CLASS_CONDITION -> "css-pseudo-class-" + condition.getValue();
                    default -> "css-" + condition.getConditionType().toString().toLowerCase(Locale.ROOT);
                });
    }

    private void property(Property property) {
        String name = property.getName().toLowerCase(Locale.ROOT);
        if (name.startsWith("mso-")) {
            found.add("css-mso");
            return;
        }
        found.add("css-" + FAMILY.matcher(name).replaceFirst("$1"));
        if (property.isImportant()) {
            found.add("css-important");
        }
        value(name, property.getValue());
    }

    private void value(String property, CSSValueImpl value) {
        String text = value.getCssText();
        if (property.equals("display") && !text.matches("block|inline")) {
            found.add("css-display-" + text);
        }
        if (property.equals("font-family") && text.contains("system-ui")) {
            found.add("css-sytem-ui");
        }
        FUNCTION.matcher(text).results().forEach(it -> found.add("css-function-" + it.group(1)));
        units(value);
    }

    private void units(CSSValueImpl value) {
        for (int i = 0; i < value.getLength(); i++) {
            units(value.item(i));
        }
        if (value.getLexicalUnitType() == null) {
            return;
        }
        switch (value.getLexicalUnitType()) {
            case EM, REM, EX, CH, VW, VH, VMIN, VMAX, INCH, CENTIMETER, MILLIMETER, POINT, PICA ->
                found.add("css-unit-" + value.getLexicalUnitType().toString().toLowerCase(Locale.ROOT));
            case PIXEL -> found.add("css-unit-px");
            case PERCENTAGE -> found.add("css-unit-percent");
            default -> {}
        }
    }

    private static CSSOMParser parser() {
        CSSOMParser parser = new CSSOMParser(new CSS3Parser());
        parser.setErrorHandler(new CSSErrorHandler() {
            @Override
            public void warning(CSSParseException broken) throws CSSException {
                throw broken;
            }

            @Override
            public void error(CSSParseException broken) throws CSSException {
                throw broken;
            }

            @Override
            public void fatalError(CSSParseException broken) throws CSSException {
                throw broken;
            }
        });
        return parser;
    }
}
