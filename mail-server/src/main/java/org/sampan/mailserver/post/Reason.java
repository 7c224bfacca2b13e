package org.sampan.mailserver.post;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Why a post is not simply sent on; put into words by {@link ReasonTexts}, in the language of whoever reads it. Immutable.
 *
 * @param code names the text in {@code templates/messages/reasons_*.properties}: {@code too-big}
 * @param values what stands in the text's places
 */
public record Reason(String code, SortedMap<String, String> values) {
    private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z]+)*(\t[a-zA-Z]+=[^\t]*)*");
    private static final String AS_SAID = "as-said";

    public Reason {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Reason of(String code) {
        return new Reason(code, new TreeMap<>());
    }

    /** The same with one more value; its control characters become spaces. */
    public Reason with(String name, Object value) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(name, HeaderText.clean(String.valueOf(value)));
        return new Reason(code, more);
    }

    /** What {@link #stored} wrote; any other text is a reason in somebody's own words. */
    public static Reason parse(String stored) {
        if (!FORM.matcher(stored).matches()) {
            return of(AS_SAID).with("text", stored);
        }
        String[] parts = stored.split("\t");
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            values.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
        return new Reason(parts[0], values);
    }

    /** One line, for databases and attributes. */
    public String stored() {
        StringBuilder text = new StringBuilder(code);
        for (Map.Entry<String, String> each : values.entrySet()) {
            text.append('\t').append(each.getKey()).append('=').append(each.getValue());
        }
        return text.toString();
    }

    /** For the log: no values, which may be a person's. */
    @Override
    public String toString() {
        return code;
    }
}
