package org.sampan.mailserver.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.post.HeaderField;

/**
 * What a server wrote into a mail about where it came from (RFC 8601). Immutable.
 *
 * @param server lower case, who says so
 */
record AuthenticationResults(String server, List<Result> results) {
    static final String FIELD = "Authentication-Results";

    /**
     * @param method lower case: {@code spf}, {@code dkim}, {@code dmarc}
     * @param outcome lower case: {@code pass}
     * @param properties by lower-case name: {@code smtp.mailfrom}, {@code header.d}
     */
    record Result(String method, String outcome, Map<String, String> properties) {
        boolean passes() {
            return outcome.equals("pass");
        }

        /** A domain that stands alone, or behind an address's at sign. */
        Optional<String> domain(String property) {
            return Optional.ofNullable(properties.get(property))
                    .map(it -> it.substring(it.lastIndexOf('@') + 1))
                    .filter(it -> !it.isEmpty());
        }
    }

    static AuthenticationResults parse(HeaderField field) {
        String[] pieces = withoutComments(field.value()).split(";");
        List<Result> results = new ArrayList<>();
        for (int i = 1; i < pieces.length; i++) {
            result(pieces[i].strip()).ifPresent(results::add);
        }
        return new AuthenticationResults(
                pieces[0].strip().split("\\s+")[0].toLowerCase(Locale.ROOT), List.copyOf(results));
    }

    private static Optional<Result> result(String text) {
        Map<String, String> words = new HashMap<>();
        String method = "";
        String outcome = "";
        for (String word : text.split("\\s+")) {
            int equals = word.indexOf('=');
            if (equals > 0 && method.isEmpty()) {
                method = word.substring(0, equals).toLowerCase(Locale.ROOT).replaceAll("/.*", "");
                outcome = word.substring(equals + 1).toLowerCase(Locale.ROOT);
            } else if (equals > 0) {
                words.putIfAbsent(
                        word.substring(0, equals).toLowerCase(Locale.ROOT),
                        word.substring(equals + 1).replace("\"", "").toLowerCase(Locale.ROOT));
            }
        }
        return method.isEmpty() ? Optional.empty() : Optional.of(new Result(method, outcome, Map.copyOf(words)));
    }

    /** Comments nest (RFC 5322 section 3.2.2); quoted text becomes one word, whatever signs are in it. */
    private static String withoutComments(String value) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int at = 0; at < value.length(); at++) {
            char each = value.charAt(at);
            if (each == '\\') {
                at++;
            } else if (each == '"' && depth == 0) {
                quoted = !quoted;
            } else if (each == '(' && !quoted) {
                depth++;
            } else if (each == ')' && !quoted && depth > 0) {
                depth--;
                text.append(' ');
            } else if (depth == 0) {
                text.append(quoted && (each == ';' || each == '=' || Character.isWhitespace(each)) ? '_' : each);
            }
        }
        return text.toString();
    }
}
