package org.sampan.digest.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proxies before this program: only what they say of where a visitor comes from is believed. Those on this machine always are.
 *
 * @param pattern of their addresses
 */
public record TrustedProxies(String pattern) {
    private static final String THIS_MACHINE = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|0:0:0:0:0:0:0:1|::1";
    private static final Pattern IPV4 =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(8|16|24))?");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:]+");
    private static final int BITS_OF_A_NUMBER = 8;

    /**
     * @param text addresses and networks by commas: {@code 10.0.0.5, 10.1.0.0/16}; may be empty
     * @throws IllegalArgumentException naming what is none
     */
    public static TrustedProxies parse(String text) {
        List<String> patterns = new ArrayList<>(List.of(THIS_MACHINE));
        for (String proxy : text.split(",", -1)) {
            if (!proxy.isBlank()) {
                patterns.add(pattern(proxy.strip()));
            }
        }
        return new TrustedProxies(String.join("|", patterns));
    }

    private static String pattern(String proxy) {
        Matcher four = IPV4.matcher(proxy);
        if (four.matches()) {
            int numbers = four.group(5) == null ? 4 : Integer.parseInt(four.group(5)) / BITS_OF_A_NUMBER;
            StringBuilder pattern = new StringBuilder();
            for (int i = 1; i <= 4; i++) {
                pattern.append(i > 1 ? "\\." : "").append(i <= numbers ? four.group(i) : "\\d{1,3}");
            }
            return pattern.toString();
        }
        if (IPV6.matcher(proxy).matches()) {
            return Pattern.quote(proxy.toLowerCase(Locale.ROOT)) + "|" + Pattern.quote(inFull(proxy));
        }
        throw none(proxy);
    }

    /** As the connection itself names it: all eight numbers, whatever the operator left out. */
    private static String inFull(String six) {
        try {
            return InetAddress.getByName(six).getHostAddress(); // a literal address: no name is looked up
        } catch (UnknownHostException notAnAddress) {
            throw none(six);
        }
    }

    private static IllegalArgumentException none(String proxy) {
        return new IllegalArgumentException(
                "an address such as 10.0.0.5 or a network such as 10.1.0.0/16, not '" + proxy + "'");
    }
}
