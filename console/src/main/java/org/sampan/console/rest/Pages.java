package org.sampan.console.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.function.Consumer;

/** A listing that comes in pages: asked for page by page, so that a list of a million members needs no more memory than one page. */
public final class Pages {

    private static final int PAGE = 500;

    private final RestClient client;
    private final RestPath path;
    private final String items;

    /** @param items the field that holds a page's items */
    public Pages(RestClient client, RestPath path, String items) {
        this.client = client;
        this.path = path;
        this.items = items;
    }

    /**
     * Hands over each item in order.
     *
     * @param most how many at most
     */
    public void forEach(int most, Consumer<JsonNode> use) {
        int left = most;
        String after = "";
        while (left > 0) {
            JsonNode page = client.get(
                    path.with("limit", Integer.toString(Math.min(left, PAGE))).with("after", after));
            Iterator<JsonNode> each = page.path(items).elements();
            for (; each.hasNext() && left > 0; left--) {
                use.accept(each.next());
            }
            after = page.path("next").asText("");
            if (after.isEmpty() || page.path("next").isNull()) {
                return;
            }
        }
    }
}
