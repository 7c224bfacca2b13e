package org.sampan.mailserver.membership;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.RoleAddress;

/**
 * For which of a list's subscribers something is: a post for those who get each, a digest for readers of one mode where it is the
 * hour for it, a correction for those whom what it corrects was sent to.
 *
 * @param modes at least one
 * @param zones time zones as the readers gave them, the empty one for who gave none; none at all: wherever they are
 * @param received Message-ID of an earlier post of the list: for those it was sent to, whatever they are on the list now
 * @param except lists whose readers of each post get it there
 */
public record Audience(Set<DeliveryMode> modes, Set<String> zones, Optional<String> received, Set<ListAddress> except) {
    /**
     * In the mails of the digest service: {@code mode=daily; zones=Asia/Yangon,Asia/Bangkok,-} for a digest ({@code -} stands for
     * no zone told), {@code received=<statement.7@lists.example>; except=members@lists.example} for a post.
     */
    public static final String FIELD = "X-Sampan-Audience";

    /** Everybody who gets each post. */
    public static final Audience OF_EACH_POST = new Audience(EnumSet.of(DeliveryMode.EACH), Set.of());

    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+/-]{1,64}");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,900}>");
    private static final String NOT_TOLD = "-";

    public Audience {
        modes = Set.copyOf(modes);
        zones = Set.copyOf(zones);
        except = Set.copyOf(except);
        if (modes.isEmpty() || modes.contains(DeliveryMode.NONE)) {
            throw new IllegalArgumentException("an audience gets something");
        }
    }

    /** Whoever has one of these modes in one of these zones. */
    public Audience(Set<DeliveryMode> modes, Set<String> zones) {
        this(modes, zones, Optional.empty(), Set.of());
    }

    /** Of a digest. Empty when the text is not of the form of {@link #FIELD}, or names who gets each post. */
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

    /** Of a post. Empty when the text is not of the form of {@link #FIELD}, or says one thing twice. */
    public static Optional<Audience> parseOfPost(String field) {
        Optional<String> received = Optional.empty();
        Set<ListAddress> except = Set.of();
        for (String part : field.split(";", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("received") && received.isEmpty() && isMessageId(pair[1])) {
                received = Optional.of(pair[1]);
            } else if (pair.length == 2 && pair[0].equals("except") && except.isEmpty()) {
                except = lists(pair[1]);
                if (except.isEmpty()) {
                    return Optional.empty();
                }
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Audience(OF_EACH_POST.modes, Set.of(), received, except));
    }

    private static boolean areZones(String list) {
        return Arrays.stream(list.split(",", -1))
                .allMatch(it -> ZONE.matcher(it).matches());
    }

    private static boolean isMessageId(String text) {
        return MESSAGE_ID.matcher(text).matches();
    }

    /** None when one of them cannot be the address of a list. */
    private static Set<ListAddress> lists(String text) {
        Set<ListAddress> lists = new HashSet<>();
        for (String each : text.split(",", -1)) {
            Optional<RoleAddress> address = EmailAddress.parse(each).flatMap(RoleAddress::parse);
            if (address.filter(it -> it.role().isEmpty()).isEmpty()) {
                return Set.of();
            }
            lists.add(address.get().list());
        }
        return lists;
    }

    /** Words of the modes, as the database has them. */
    public Collection<String> words() {
        return modes.stream().map(DeliveryMode::word).toList();
    }

    /** Whether it is for readers who get each post; else it is for readers of digests. */
    public boolean isOfPosts() {
        return modes.contains(DeliveryMode.EACH);
    }

    @Override
    public String toString() {
        return (words() + " " + zones + received.map(it -> " received " + it).orElse("")
                        + (except.isEmpty() ? "" : " except " + except))
                .toLowerCase(Locale.ROOT);
    }

    /**
     * How many readers of one mode are in one zone.
     *
     * @param timezone as they gave it; may be empty
     */
    public record Size(DeliveryMode mode, String timezone, long readers) {}
}
