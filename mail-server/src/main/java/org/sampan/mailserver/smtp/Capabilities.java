package org.sampan.mailserver.smtp;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a server offers in its answer to EHLO.
 *
 * @param parameters upper-case keyword to parameters, {@code SIZE} to {@code 35882577}
 */
record Capabilities(Map<String, String> parameters) {
    static final Capabilities NONE = new Capabilities(Map.of());

    /** @param words lines of the reply, the first of which greets */
    static Capabilities of(String words) {
        List<String> lines = words.lines().toList();
        Map<String, String> parameters = new HashMap<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            // Some servers write AUTH=LOGIN for clients of the last century.
            String[] parts = line.strip().split("[ =]", 2);
            parameters.putIfAbsent(parts[0].toUpperCase(Locale.ROOT), parts.length == 2 ? parts[1].strip() : "");
        }
        return new Capabilities(Map.copyOf(parameters));
    }

    boolean offers(String keyword) {
        return parameters.containsKey(keyword);
    }

    boolean offersLogin(String mechanism) {
        return List.of(parameters
                        .getOrDefault("AUTH", "")
                        .toUpperCase(Locale.ROOT)
                        .split(" +"))
                .contains(mechanism);
    }

    /** The largest message taken, in bytes; {@link Long#MAX_VALUE} when the server does not say. */
    long largestMessage() {
        try {
            long size = Long.parseLong(parameters.getOrDefault("SIZE", "0"));
            return size > 0 ? size : Long.MAX_VALUE;
        } catch (NumberFormatException saysNothing) {
            return Long.MAX_VALUE;
        }
    }
}
