package org.sampan.console.catcher;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of markup that is safe to send: text becomes part of it only escaped. */
record Html(String markup) {

    static final Html NOTHING = new Html("");

    /**
     * A template with {@code {}} where a value goes. A value that is Html goes in as it is, everything else escaped, for text and for quoted
     * attributes alike.
     */
    static Html of(String template, Object... values) {
        StringBuilder markup = new StringBuilder();
        int from = 0;
        for (Object value : values) {
            int gap = template.indexOf("{}", from);
            markup.append(template, from, gap);
            markup.append(value instanceof Html html ? html.markup() : escaped(String.valueOf(value)));
            from = gap + 2;
        }
        return new Html(markup.append(template.substring(from)).toString());
    }

    static Html join(List<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
