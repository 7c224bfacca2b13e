package org.sampan.digest.collect;

import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Reads as much of a feed as it means to: the first items, and no XML that is there to cost its reader time and memory, which both
 * grow faster than what is read.
 */
final class BoundedFeedInput extends WireFeedInput {
    private static final int DEEPEST = 200;
    private static final int MOST_ELEMENTS = 200_000;
    /** An item lies in a feed, or in a channel in a feed; deeper down the word means other things. */
    private static final int DEEPEST_ITEM = 3;

    private static final Set<String> ITEMS = Set.of("item", "entry");

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Map<String, String> links = new HashMap<>();

    BoundedFeedInput() {
        setAllowDoctypes(false);
    }

    /** The feed's own Atom links by their relation, which in RSS the reader of feeds passes over. */
    Map<String, String> links() {
        return links;
    }

    @Override
    protected SAXBuilder createSAXBuilder() {
        SAXBuilder builder = super.createSAXBuilder();
        builder.setXMLFilter(new Bounds());
        return builder;
    }

    private final class Bounds extends XMLFilterImpl {
        private int depth;
        private int elements;
        private int items;
        /** How deep the item lies that is being read; 0: none is. */
        private int within;
        /** How deep the item lies that is left out; 0: none is. */
        private int leftOut;

        @Override
        public void startElement(String space, String name, String qualified, Attributes attributes)
                throws SAXException {
            depth++;
            if (within == 0 && depth <= DEEPEST_ITEM && ITEMS.contains(name)) {
                within = depth;
                leftOut = ++items > FeedReader.MOST_ITEMS ? depth : 0;
            }
            if (within == 0 && space.equals(ATOM) && name.equals("link")) {
                links.put(String.valueOf(attributes.getValue("rel")), String.valueOf(attributes.getValue("href")));
            }
            if (leftOut == 0) {
                refuse(depth > DEEPEST, "its elements lie too deep in each other");
                refuse(++elements > MOST_ELEMENTS, "it has more than " + MOST_ELEMENTS + " elements");
                super.startElement(space, name, qualified, attributes);
            }
        }

        private void refuse(boolean tooMuch, String reason) throws SAXException {
            if (tooMuch) {
                throw new SAXException(reason);
            }
        }

        @Override
        public void characters(char[] letters, int start, int length) throws SAXException {
            if (leftOut == 0) {
                super.characters(letters, start, length);
            }
        }

        @Override
        public void endElement(String space, String name, String qualified) throws SAXException {
            if (leftOut == 0) {
                super.endElement(space, name, qualified);
            }
            if (within == depth) {
                within = 0;
                leftOut = 0;
            }
            depth--;
        }
    }
}
