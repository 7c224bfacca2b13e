package org.sampan.mailserver.destination;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a domain wishes for mail to it, RFC 8461 section 3.2.
 *
 * @param hosts lower-case names of its mail hosts, the first label may be {@code *}
 * @param maxAge how long it may be kept, at most a year
 */
public record MtaStsPolicy(Mode mode, List<String> hosts, Duration maxAge) {
    private static final long LONGEST = 31_557_600;

    /** How earnest it is. */
    public enum Mode {
        ENFORCE,
        TESTING,
        NONE
    }

    public MtaStsPolicy {
        hosts = List.copyOf(hosts);
    }

    /** @throws IllegalArgumentException when it is no policy */
    static MtaStsPolicy parse(String text) {
        Map<String, String> fields = new HashMap<>();
        List<String> hosts = new ArrayList<>();
        for (String line : text.split("\r?\n")) {
            String[] field = line.split(":", 2);
            if (field.length == 2 && field[0].strip().equals("mx")) {
                hosts.add(field[1].strip().toLowerCase(Locale.ROOT));
            } else if (field.length == 2) {
                fields.putIfAbsent(field[0].strip(), field[1].strip());
            }
        }
        if (!"STSv1".equals(fields.get("version"))) {
            throw new IllegalArgumentException("its version is not STSv1");
        }
        Mode mode = mode(fields.getOrDefault("mode", ""));
        if (hosts.isEmpty() && mode != Mode.NONE) {
            throw new IllegalArgumentException("it names no mx");
        }
        return new MtaStsPolicy(mode, hosts, maxAge(fields.getOrDefault("max_age", "")));
    }

    /** Whether it names this mail host, RFC 8461 section 4.1: {@code *} stands for one label. */
    boolean allows(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        String parent = dot < 0 ? "" : name.substring(dot);
        return hosts.stream()
                .anyMatch(it -> it.startsWith("*.") ? it.substring(1).equals(parent) : it.equals(name));
    }

    private static Mode mode(String text) {
        return switch (text) {
            case "enforce" -> Mode.ENFORCE;
            case "testing" -> Mode.TESTING;
            case "none" -> Mode.NONE;
            default -> throw new IllegalArgumentException("its mode is none of enforce, testing, none");
        };
    }

    private static Duration maxAge(String text) {
        if (!text.matches("\\d{1,10}")) {
            throw new IllegalArgumentException("its max_age is no number of seconds");
        }
        return Duration.ofSeconds(Math.min(LONGEST, Long.parseLong(text)));
    }
}
