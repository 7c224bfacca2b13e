package org.sampan.digest.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads typed values out of {@code SAMPAN_*} and remembers every problem instead of stopping at the first. */
final class EnvironmentReader {
    private static final Pattern PERIOD = Pattern.compile("([1-9][0-9]{0,8})([smhd])");
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]", "*");

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    EnvironmentReader(Map<String, String> environment) {
        this.environment = environment;
    }

    Optional<String> optional(String key) {
        String value = environment.get(name(key));
        if (value == null) {
            problems.add(
                    name(key) + ": missing. Start by ./sampan, which hands every key of config/sampan.properties over");
        }
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    String text(String key) {
        Optional<String> value = optional(key);
        if (value.isEmpty() && environment.containsKey(name(key))) {
            problem(key, "must not be empty");
        }
        return value.orElse("");
    }

    Path path(String key) {
        return Path.of(text(key)).toAbsolutePath().normalize();
    }

    int port(String key) {
        String value = text(key);
        try {
            int port = Integer.parseInt(value);
            if (port < 0 || port > 65_535) {
                throw new NumberFormatException("out of range");
            }
            return port;
        } catch (NumberFormatException notAPort) {
            problem(key, "not a port: '" + value + "'");
            return 0;
        }
    }

    boolean flag(String key) {
        String value = text(key).toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            problem(key, "neither true nor false: '" + value + "'");
        }
        return value.equals("true");
    }

    /** {@code 30s}, {@code 15m}, {@code 12h}, {@code 730d}. */
    Optional<Duration> period(String key) {
        return optional(key).flatMap(value -> period(key, value));
    }

    /** Several of them, with commas between. */
    List<Duration> periods(String key) {
        return optional(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .flatMap(value -> period(key, value.strip()).stream())
                .toList();
    }

    private Optional<Duration> period(String key, String value) {
        Matcher form = PERIOD.matcher(value);
        if (!form.matches()) {
            problem(key, "not a number and s, m, h or d: '" + value + "'");
            return Optional.empty();
        }
        String iso = form.group(2).equals("d") ? "P" + form.group(1) + "D" : "PT" + value;
        return Optional.of(Duration.parse(iso));
    }

    URI url(String key) {
        String value = text(key).replaceAll("/+$", "");
        try {
            URI url = new URI(value);
            if (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
                problem(key, "not an http or https address: '" + value + "'");
            }
            return url;
        } catch (URISyntaxException notAnAddress) {
            problem(key, "not an http or https address: '" + value + "'");
            return URI.create("http://invalid");
        }
    }

    /** A server that listens on every address is reached by the loopback one. */
    String reachableHost(String key) {
        String host = text(key);
        return ANY_ADDRESS.contains(host) ? "127.0.0.1" : host;
    }

    ZoneId zone(String key) {
        String value = text(key);
        if (!ZoneId.getAvailableZoneIds().contains(value)) {
            problem(key, "not a time zone: '" + value + "'");
            return ZoneId.of("UTC");
        }
        return ZoneId.of(value);
    }

    TrustedProxies proxies(String key) {
        String value = optional(key).orElse("");
        try {
            return TrustedProxies.parse(value);
        } catch (IllegalArgumentException e) {
            problem(key, String.valueOf(e.getMessage()));
            return TrustedProxies.parse("");
        }
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
    }

    private void problem(String key, String what) {
        problems.add(key + " (" + name(key) + "): " + what);
    }

    private static String name(String key) {
        return "SAMPAN_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
