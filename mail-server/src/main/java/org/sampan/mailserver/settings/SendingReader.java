package org.sampan.mailserver.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.settings.Settings.DomainLimit;
import org.sampan.mailserver.settings.Settings.RelayHost;

/** Takes lists of relays and of limits out of the environment. */
final class SendingReader {
    private static final Pattern RELAY = Pattern.compile(
            "(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])(?::(?<port>\\d{1,5}))?(?:\\*(?<weight>\\d{1,3}))?");
    private static final Pattern LIMIT = Pattern.compile(
            "(?<domain>\\*|[A-Za-z0-9][A-Za-z0-9.-]*) +(?<connections>\\d{1,3})(?:/(?<rate>\\d{1,7}))?");

    private final SettingsReader read;

    SendingReader(SettingsReader read) {
        this.read = read;
    }

    /** {@code one.example, two.example:587*3}: two takes three connections where one takes one. */
    List<RelayHost> relays(String name, int port) {
        List<RelayHost> relays = new ArrayList<>();
        for (String text : parts(name)) {
            Matcher relay = RELAY.matcher(text);
            // Bare IPv6 addresses were taken from the beginning, so they still are.
            if (text.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")) {
                relays.add(new RelayHost(text, port, 1));
            } else if (relay.matches()) {
                relays.add(new RelayHost(
                        relay.group("name").replaceAll("[\\[\\]]", ""),
                        number(relay.group("port"), port),
                        Math.max(1, number(relay.group("weight"), 1))));
            } else {
                read.problem(name, text, "a relay such as smtp.example, smtp.example:587 or smtp.example:587*3", "");
            }
        }
        return List.copyOf(relays);
    }

    /** {@code gmail.com 10/600, slow.example 1, * 8}: connections, and copies a minute where they are limited. */
    Map<String, DomainLimit> limits(String name) {
        Map<String, DomainLimit> limits = new LinkedHashMap<>();
        for (String text : parts(name)) {
            Matcher limit = LIMIT.matcher(text);
            int connections = limit.matches() ? number(limit.group("connections"), 0) : 0;
            if (connections > 0) {
                limits.put(
                        limit.group("domain").toLowerCase(Locale.ROOT),
                        new DomainLimit(connections, number(limit.group("rate"), 0)));
            } else {
                read.problem(
                        name, text, "a domain, its connections and copies a minute, such as mail.example 10/600", "");
            }
        }
        return Map.copyOf(limits);
    }

    private List<String> parts(String name) {
        return read.optional(name).stream()
                .flatMap(text -> Pattern.compile("\\s*,\\s*").splitAsStream(text))
                .filter(part -> !part.isBlank())
                .map(String::strip)
                .toList();
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
