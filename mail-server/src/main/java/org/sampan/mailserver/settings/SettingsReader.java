package org.sampan.mailserver.settings;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes typed values out of the environment and gathers everything that is wrong, so that it is said at once. */
final class SettingsReader {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([smhd])");
    private static final int DNS_PORT = 53;
    private static final Pattern NAME_SERVER =
            Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(?=$))(?::([0-9]{1,5}))?");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    private static final Set<String> BROKER_SCHEMES = Set.of("tcp", "ssl", "nio", "nio+ssl", "failover");

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    String text(String name, String otherwise) {
        return optional(name).orElse(otherwise);
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(it -> !it.isEmpty());
    }

    Path path(String name, String otherwise) {
        return Path.of(text(name, otherwise)).toAbsolutePath().normalize();
    }

    String domain(String name, String otherwise) {
        String domain = text(name, otherwise).toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(domain).matches()) {
            return problem(name, domain, "a domain such as lists.example", otherwise);
        }
        return domain;
    }

    /** One part of a DNS name. */
    String label(String name, String otherwise) {
        String label = text(name, otherwise);
        return LABEL.matcher(label).matches()
                ? label
                : problem(name, label, "lower-case letters, digits and hyphens, at most 40", otherwise);
    }

    int port(String name, int otherwise) {
        return number(name, otherwise, 0, 65535);
    }

    int number(String name, int otherwise, int least, int most) {
        String text = text(name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, together with what is out of range
        }
        return problem(name, text, "a number from " + least + " to " + most, otherwise);
    }

    Duration duration(String name, String otherwise) {
        Matcher matcher = DURATION.matcher(text(name, otherwise));
        if (!matcher.matches()) {
            return problem(name, text(name, otherwise), "a duration such as 90s, 15m, 12h or 4d", Duration.ZERO);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    URI url(String name, String otherwise) {
        String text = text(name, otherwise).replaceAll("/+$", "");
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException notAUrl) {
            // said below, together with other schemes
        }
        return problem(name, text, "an http or https address", URI.create(otherwise));
    }

    /** An ActiveMQ broker's address. */
    Optional<URI> broker(String name) {
        return optional(name).flatMap(text -> {
            try {
                URI broker = URI.create(text);
                if (BROKER_SCHEMES.contains(String.valueOf(broker.getScheme()))) {
                    return Optional.of(broker);
                }
            } catch (IllegalArgumentException notAUri) {
                // said below, together with other schemes
            }
            return problem(name, text, "an address such as ssl://broker.example:61617", Optional.empty());
        });
    }

    /** Networks with commas between them. */
    List<Network> networks(String name, String otherwise) {
        List<Network> networks = new ArrayList<>();
        for (String each : text(name, otherwise).split(",")) {
            try {
                networks.add(Network.parse(each.strip()));
            } catch (IllegalArgumentException e) {
                problem(name, each.strip(), "a network such as 192.0.2.0/24", each);
            }
        }
        return networks;
    }

    /** IP addresses with commas between them, each with its port if that is not 53. */
    List<InetSocketAddress> nameServers(String name) {
        List<InetSocketAddress> servers = new ArrayList<>();
        for (String each : text(name, "").split(",")) {
            Matcher server = NAME_SERVER.matcher(each.strip());
            if (server.matches()) {
                int port = server.group(2) == null ? DNS_PORT : Integer.parseInt(server.group(2));
                servers.add(new InetSocketAddress(server.group(1), port));
            } else if (!each.isBlank()) {
                problem(name, each.strip(), "an IP address such as 192.0.2.53 or 127.0.0.1:5353", each);
            }
        }
        return servers;
    }

    /** A file that is there and may be read. */
    Optional<Path> file(String name) {
        return optional(name).flatMap(text -> {
            Path file = Path.of(text).toAbsolutePath().normalize();
            return Files.isReadable(file)
                    ? Optional.of(file)
                    : problem(name, text, "a file that can be read", Optional.empty());
        });
    }

    /** Both or none of them. */
    void requireTogether(String one, String other) {
        if (optional(one).isPresent() != optional(other).isPresent()) {
            String missing = optional(one).isPresent() ? other : one;
            problems.add(missing + ": must be set too, since " + (missing.equals(one) ? other : one) + " is");
        }
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        String text = text(name, otherwise.name());
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseGet(() -> problem(
                        name,
                        text,
                        "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT),
                        otherwise));
    }

    boolean flag(String name, boolean otherwise) {
        String text = text(name, Boolean.toString(otherwise));
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> problem(name, text, "true or false", otherwise);
        };
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
    }

    <T> T problem(String name, String value, String allowed, T standIn) {
        problems.add(name + ": '" + value + "' is not " + allowed);
        return standIn;
    }
}
