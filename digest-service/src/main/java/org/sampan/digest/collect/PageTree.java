package org.sampan.digest.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A web page as a tree, if it is no larger than pages with articles are: a tree takes some twenty times the memory of its page, and to
 * look for an article in it takes as much again.
 */
final class PageTree {
    static final int LARGEST = 2 * 1024 * 1024;
    /** Long articles have some thousands. */
    static final int MOST_ELEMENTS = 12_000;
    /** What is deeper stands beside each other. */
    private static final int DEEPEST = 100;

    private PageTree() {}

    /**
     * @param charset empty when the page is to say itself
     * @throws FeedProblem when it is too large; before anything is made of it
     */
    static Document of(byte[] page, @Nullable String charset, String base) throws FeedProblem {
        refuse(page.length > LARGEST, "larger than " + LARGEST / (1024 * 1024) + " MB");
        refuse(tags(page) > MOST_ELEMENTS, "of more than " + MOST_ELEMENTS + " elements");
        try {
            Document tree = Jsoup.parse(
                    new ByteArrayInputStream(page),
                    charset,
                    base,
                    Parser.htmlParser().setMaxDepth(DEEPEST));
            tree.outputSettings().prettyPrint(false);
            // What is left open is opened again and again.
            refuse(
                    tree.stream().limit(MOST_ELEMENTS + 1L).count() > MOST_ELEMENTS,
                    "of more than " + MOST_ELEMENTS + " elements");
            return tree;
        } catch (IOException unreadable) {
            throw new FeedProblem("cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void refuse(boolean tooLarge, String size) throws FeedProblem {
        if (tooLarge) {
            throw new FeedProblem("is " + size + ", too large to look for an article in; paste the text instead");
        }
    }

    /** At least as many as it opens, in whatever charset. */
    private static int tags(byte[] page) {
        int tags = 0;
        for (int at = 0; at + 1 < page.length; at++) {
            if (page[at] == '<' && page[at + 1] != '/') {
                tags++;
            }
        }
        return tags;
    }
}
