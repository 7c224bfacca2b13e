package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.sampan.console.rest.Pages;
import org.sampan.console.rest.RestClient;
import org.sampan.console.rest.RestPath;
import org.sampan.console.terminal.Table;

/** A listing shown as it arrives: a table with some of the items' fields as columns, or all of it as JSON. */
final class Listing {

    private static final int PORTION = 500;

    private final Session session;
    private final String items;
    private final String[] fields;
    private final Table table;
    private int shown;

    /**
     * @param items the field of the answer that holds the items
     * @param fields the columns; {@code name:title} gives one another title
     */
    Listing(Session session, String items, String... fields) {
        this.session = session;
        this.items = items;
        this.fields = Arrays.stream(fields).map(field -> field.split(":")[0]).toArray(String[]::new);
        this.table = new Table(Arrays.stream(fields)
                .map(field -> field.substring(field.indexOf(':') + 1))
                .toArray(String[]::new));
    }

    /** Everything in one answer. */
    void show(JsonNode answer) {
        if (session.json()) {
            session.say(Json.print(answer));
        } else {
            answer.path(items).forEach(this::row);
            table.print(session.out());
        }
    }

    /** Page by page, up to a number of items. */
    void show(RestClient client, RestPath path, int most) {
        Pages pages = new Pages(client, path, items);
        if (session.json()) {
            session.out().print("{\"" + items + "\": [");
            pages.forEach(most, item -> session.out().print((shown++ == 0 ? "\n" : ",\n") + Json.print(item)));
            session.out().println("\n]}");
        } else {
            pages.forEach(most, this::row);
            table.print(session.out());
        }
    }

    private void row(JsonNode item) {
        table.row(Arrays.stream(fields).map(field -> Json.text(item, field)).toArray(String[]::new));
        if (table.waiting() >= PORTION) {
            table.print(session.out());
        }
    }
}
