package org.sampan.console.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The kinds of values settings have: how their text is read, refused, and written again for the programs. Immutable.
 *
 * @param <T> the value's Java type
 */
public interface SettingType<T> {

    /** @throws BadValueException saying what is wrong and what is allowed */
    T parse(String text) throws BadValueException;

    /** The one way this value is written in the environment of the programs. */
    default String print(T value) {
        return String.valueOf(value);
    }

    /** The same type, and empty text for "none". */
    default SettingType<Optional<T>> orNone() {
        SettingType<T> some = this;
        return new SettingType<>() {
            @Override
            public Optional<T> parse(String text) throws BadValueException {
                return text.isEmpty() ? Optional.empty() : Optional.of(some.parse(text));
            }

            @Override
            public String print(Optional<T> value) {
                return value.map(some::print).orElse("");
            }
        };
    }

    static SettingType<String> text() {
        return text -> text;
    }

    static SettingType<Boolean> flag() {
        return text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(text, "true or false");
        };
    }

    static SettingType<Integer> port() {
        return text -> (int) number(text, 1, 65_535, "a port from 1 to 65535");
    }

    static SettingType<Integer> count(int least, int most) {
        return text -> (int) number(text, least, most, "a whole number from " + least + " to " + most);
    }

    /** A host name or an IP address; not looked up. */
    static SettingType<String> host() {
        return matching(
                "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*",
                "a host name or an IP address");
    }

    /** Hosts with port and weight where they have their own, separated by commas. */
    static SettingType<String> relays() {
        String host = "([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(\\*[0-9]{1,3})?";
        String address = "[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*";
        return matching(
                listOf("(" + host + "|" + address + ")"),
                "relays separated by commas, such as smtp.example or one.example, two.example:587*3");
    }

    /** Domains with connections, and copies a minute where they are limited, separated by commas. */
    static SettingType<String> limits() {
        return matching(
                listOf("(\\*|[A-Za-z0-9][A-Za-z0-9.-]*) +[1-9][0-9]{0,2}(/[0-9]{1,7})?"),
                "domains with connections and copies a minute, such as mail.example 10/600, slow.example 1");
    }

    static SettingType<String> domain() {
        return matching(
                "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*",
                "a domain name such as lists.example");
    }

    /** One part of a DNS name. */
    static SettingType<String> label() {
        return matching("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?", "lower-case letters, digits and hyphens, at most 40");
    }

    /** Addresses of machines and networks of 8, 16 or 24 bits, by commas; may be empty. */
    static SettingType<String> proxies() {
        String machine = "(\\d{1,3}(\\.\\d{1,3}){3}(/(8|16|24))?|[0-9a-fA-F]*:[0-9a-fA-F:]+)";
        return matching("(" + machine + "(\\s*,\\s*" + machine + ")*)?", "addresses such as 10.0.0.5, 10.1.0.0/16");
    }

    static SettingType<ZoneId> timeZone() {
        return text -> {
            if (!ZoneId.getAvailableZoneIds().contains(text)) {
                throw refused(text, "a time zone such as Asia/Bangkok or UTC");
            }
            return ZoneId.of(text);
        };
    }

    static SettingType<String> mailAddress() {
        return matching("[^@\\s<>]+@[^@\\s<>]+", "a mail address such as operator@lists.example");
    }

    /** IP addresses, each with its network's bits if it is one, with commas between them. */
    static SettingType<String> networks() {
        String one = "[0-9A-Fa-f.:]+(/[0-9]{1,3})?";
        return matching(one + "(, ?" + one + ")*", "networks such as 192.0.2.0/24,2001:db8::/32");
    }

    /** IP addresses, each with its port if that is not 53, with commas between them. */
    static SettingType<String> nameServers() {
        String one = "[0-9A-Fa-f.:]+";
        return matching(one + "(, ?" + one + ")*", "IP addresses such as 192.0.2.53 or 127.0.0.1:5353");
    }

    /** As {@code 512m} or {@code 1g}: what the Java option -Xmx takes. */
    static SettingType<String> memory() {
        return matching("[1-9][0-9]*[mg]", "megabytes or gigabytes, such as 512m or 1g");
    }

    /** Bytes, also written {@code 64k} or {@code 25m} (powers of 1024); printed in bytes. */
    static SettingType<Long> bytes() {
        return text -> {
            String allowed = "a number of bytes, also with k or m: 26214400 or 25m";
            Map<Character, Integer> shifts = Map.of('k', 10, 'm', 20, 'g', 30);
            String lower = text.toLowerCase(Locale.ROOT);
            int shift = lower.isEmpty() ? 0 : shifts.getOrDefault(lower.charAt(lower.length() - 1), 0);
            String digits = shift == 0 ? lower : lower.substring(0, lower.length() - 1);
            return number(digits, 1, Long.MAX_VALUE >> 31, allowed) << shift;
        };
    }

    /** A number and {@code s}, {@code m}, {@code h} or {@code d}; printed in the largest unit that is exact. */
    static SettingType<Duration> duration() {
        return new Durations();
    }

    /** Such lengths of time with commas between them; none when empty. */
    static SettingType<List<Duration>> durations() {
        return new SettingType<>() {
            @Override
            public List<Duration> parse(String text) throws BadValueException {
                List<Duration> all = new ArrayList<>();
                for (String one : text.isEmpty() ? new String[0] : text.split(",", -1)) {
                    all.add(duration().parse(one.strip()));
                }
                return all;
            }

            @Override
            public String print(List<Duration> value) {
                return value.stream().map(duration()::print).collect(Collectors.joining(","));
            }
        };
    }

    static SettingType<Path> path() {
        return text -> {
            try {
                if (text.isEmpty()) {
                    throw refused(text, "a path");
                }
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw refused(text, "a path");
            }
        };
    }

    /** An absolute URL of one of the schemes, kept as written. */
    static SettingType<URI> url(String... schemes) {
        return text -> {
            String allowed = "a URL beginning " + String.join(": or ", schemes) + ":";
            try {
                URI uri = new URI(text);
                if (!uri.isAbsolute() || !Arrays.asList(schemes).contains(uri.getScheme())) {
                    throw refused(text, allowed);
                }
                return uri;
            } catch (URISyntaxException e) {
                throw refused(text, allowed);
            }
        };
    }

    static <E extends Enum<E>> SettingType<E> oneOf(Class<E> choices) {
        Function<E, String> name = choice -> choice.name().toLowerCase(Locale.ROOT);
        return new SettingType<>() {
            @Override
            public E parse(String text) throws BadValueException {
                for (E choice : choices.getEnumConstants()) {
                    if (name.apply(choice).equals(text)) {
                        return choice;
                    }
                }
                throw refused(
                        text,
                        Arrays.stream(choices.getEnumConstants()).map(name).collect(Collectors.joining(", ")));
            }

            @Override
            public String print(E value) {
                return name.apply(value);
            }
        };
    }

    private static String listOf(String one) {
        return one + "(\\s*,\\s*" + one + ")*";
    }

    private static SettingType<String> matching(String pattern, String allowed) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> {
            if (!compiled.matcher(text).matches()) {
                throw refused(text, allowed);
            }
            return text;
        };
    }

    private static long number(String text, long least, long most, String allowed) throws BadValueException {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, in the same words as a number out of range
        }
        throw refused(text, allowed);
    }

    private static BadValueException refused(String text, String allowed) {
        return new BadValueException("cannot be \"" + text + "\"; allowed: " + allowed);
    }

    /** See {@link #duration()}. */
    final class Durations implements SettingType<Duration> {

        private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([smhd])");
        private static final Map<String, Duration> UNITS = Map.of(
                "s",
                Duration.ofSeconds(1),
                "m",
                Duration.ofMinutes(1),
                "h",
                Duration.ofHours(1),
                "d",
                Duration.ofDays(1));

        @Override
        public Duration parse(String text) throws BadValueException {
            Matcher form = FORM.matcher(text);
            if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
                throw refused(text, "a number and s, m, h or d, such as 30s, 15m, 12h or 4d");
            }
            return UNITS.getOrDefault(form.group(2), Duration.ZERO).multipliedBy(Long.parseLong(form.group(1)));
        }

        @Override
        public String print(Duration value) {
            for (String unit : new String[] {"d", "h", "m"}) {
                Duration one = UNITS.getOrDefault(unit, Duration.ZERO);
                if (value.toSeconds() % one.toSeconds() == 0) {
                    return value.toSeconds() / one.toSeconds() + unit;
                }
            }
            return value.toSeconds() + "s";
        }
    }
}
