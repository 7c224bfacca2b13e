package org.sampan.digest.desk.statement;

import java.util.List;
import java.util.Map;
import org.sampan.digest.edit.Unfit;

/**
 * What somebody typed that could not be done, to be shown again.
 *
 * @param place of the page it was typed at
 */
public record Typed(String place, Map<String, String> values, List<Unfit> problems) {
    static final Typed NOTHING = new Typed("", Map.of(), List.of());
    private static final int LONGEST = 200_000;

    static Typed wrongly(String place, Map<String, String> values, Unfit problem) {
        return new Typed(place, values, List.of(problem));
    }

    /** As it was typed, if at this place, else {@code otherwise}. */
    public String or(String at, String field, String otherwise) {
        return place.equals(at) ? values.getOrDefault(field, otherwise) : otherwise;
    }

    /** Lines end as everywhere else; what no database keeps goes. */
    static String text(String typed) {
        String text = typed.replace("\r\n", "\n").replace("\0", "");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
