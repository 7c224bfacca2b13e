package org.sampan.mailserver.membership;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * For which of a list's subscribers something is: a post for those who get each, a digest for readers of one mode where it is the
 * hour for it.
 *
 * @param modes at least one
 * @param zones time zones as the readers gave them, the empty one for who gave none; none at all: wherever they are
 */
public record Audience(Set<DeliveryMode> modes, Set<String> zones) {
    /** In the mails of the digest service: {@code mode=daily; zones=Asia/Yangon,Asia/Bangkok,-}; {@code -} stands for no zone told. */
    public static final String FIELD = "X-Sampan-Audience";

    /** Everybody who gets each post. */
    public static final Audience OF_EACH_POST = new Audience(EnumSet.of(DeliveryMode.EACH), Set.of());

    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+/-]{1,64}");
    private static final String NOT_TOLD = "-";

    public Audience {
        modes = Set.copyOf(modes);
        zones = Set.copyOf(zones);
        if (modes.isEmpty() || modes.contains(DeliveryMode.NONE)) {
            throw new IllegalArgumentException("an audience gets something");
        }
    }

    /** Empty when the text is not of the form of {@link #FIELD}, or names who gets each post. */
    public static Optional<Audience> parse(String field) {
        Set<DeliveryMode> modes = EnumSet.noneOf(DeliveryMode.class);
        Set<String> zones = Set.of();
        for (String part : field.split(";")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("mode")) {
                Optional<DeliveryMode> mode = DeliveryMode.parse(pair[1]).filter(DeliveryMode::isGathered);
                if (mode.isEmpty()) {
                    return Optional.empty();
                }
                modes.add(mode.get());
            } else if (pair.length == 2 && pair[0].equals("zones") && areZones(pair[1])) {
                zones = Arrays.stream(pair[1].split(","))
                        .map(it -> it.equals(NOT_TOLD) ? "" : it)
                        .collect(Collectors.toSet());
            } else {
                return Optional.empty();
            }
        }
        return modes.isEmpty() ? Optional.empty() : Optional.of(new Audience(modes, zones));
    }

    private static boolean areZones(String list) {
        return Arrays.stream(list.split(",", -1))
                .allMatch(it -> ZONE.matcher(it).matches());
    }

    /** Words of the modes, as the database has them. */
    public Collection<String> words() {
        return modes.stream().map(DeliveryMode::word).toList();
    }

    @Override
    public String toString() {
        return (words() + " " + zones).toLowerCase(Locale.ROOT);
    }

    /**
     * How many readers of one mode are in one zone.
     *
     * @param timezone as they gave it; may be empty
     */
    public record Size(DeliveryMode mode, String timezone, long readers) {}
}
