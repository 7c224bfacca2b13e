package org.sampan.digest.collect;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The published posts of a WordPress export (WXR: RSS 2.0 with the site's own elements), item by item, so that a site of any
 * size fits. Pages, attachments, drafts and menus are passed over. Document type definitions are refused.
 */
final class WordPressExport {
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final DateTimeFormatter GMT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final XMLStreamReader xml;
    private String site = "";

    private WordPressExport(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @param items takes the line an item begins at, and the item */
    static void read(InputStream in, BiConsumer<Long, FeedItem> items) throws UnreadableImport {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            new WordPressExport(factory.createXMLStreamReader(in)).items(items);
        } catch (XMLStreamException unreadable) {
            throw new UnreadableImport(
                    "line " + unreadable.getLocation().getLineNumber() + " is no XML that can be read", unreadable);
        }
    }

    private void items(BiConsumer<Long, FeedItem> items) throws XMLStreamException, UnreadableImport {
        boolean isFeed = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (!isFeed && !name.equals("rss")) {
                throw new UnreadableImport("is no WordPress export: it begins with <" + name + ">, not <rss>");
            }
            isFeed = true;
            if (name.equals("item")) {
                long line = xml.getLocation().getLineNumber();
                item().ifPresent(item -> items.accept(line, item));
            } else if (name.equals("link") && site.isEmpty()) {
                site = xml.getElementText().strip();
            }
        }
    }

    private Optional<FeedItem> item() throws XMLStreamException {
        Map<String, String> fields = new HashMap<>();
        List<String> categories = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("item")) {
            if (xml.isStartElement()) {
                field(fields, categories);
            }
        }
        boolean isPublished = fields.getOrDefault("status", "publish").equals("publish")
                && fields.getOrDefault("post_type", "post").equals("post");
        return isPublished ? Optional.of(item(fields, categories)) : Optional.empty();
    }

    private void field(Map<String, String> fields, List<String> categories) throws XMLStreamException {
        String name = xml.getLocalName();
        boolean isExcerpt = name.equals("encoded") && !CONTENT.equals(xml.getNamespaceURI());
        boolean isCategory = name.equals("category") && "category".equals(xml.getAttributeValue(null, "domain"));
        if (name.equals("postmeta") || name.equals("comment")) {
            skip(name);
            return;
        }
        String text = xml.getElementText().strip();
        if (isCategory) {
            categories.add(text);
        } else if (!isExcerpt && !text.isEmpty()) {
            fields.putIfAbsent(name, text);
        }
    }

    private void skip(String name) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals(name)) {
            // Nothing of these is a story's.
        }
    }

    private FeedItem item(Map<String, String> fields, List<String> categories) {
        Optional<String> link = Optional.ofNullable(fields.get("link"));
        return new FeedItem(
                FeedReader.plain(fields.get("title")),
                link,
                Optional.ofNullable(fields.get("guid")),
                Optional.ofNullable(fields.get("post_date_gmt")).flatMap(WordPressExport::instant),
                Optional.ofNullable(fields.get("creator")).stream().toList(),
                Optional.empty(),
                List.copyOf(categories),
                paragraphs(fields.getOrDefault("encoded", "")),
                link.orElse(site));
    }

    /** WordPress keeps posts with empty lines for paragraphs and makes them when it shows the post. */
    private static String paragraphs(String html) {
        return html.contains("<p") ? html : "<p>" + html.replaceAll("(?:\\r?\\n){2,}+", "</p><p>") + "</p>";
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, GMT).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException neverPublished) {
            return Optional.empty();
        }
    }
}
