package org.sampan.mailserver.enrolment;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a wish came from over the web. */
public record Visitor(InetAddress address) {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int IPV4_BYTES = 4;
    private static final int IPV4_NETWORK = 3;
    private static final int IPV6_NETWORK = 6;

    /** Empty when this is no literal address. No name is looked up. */
    public static Optional<Visitor> parse(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Visitor(InetAddress.getByName(text)));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Whom one provider serves: /24 of IPv4, /48 of IPv6. */
    String network() {
        byte[] bytes = address.getAddress();
        int kept = bytes.length == IPV4_BYTES ? IPV4_NETWORK : IPV6_NETWORK;
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, kept));
    }

    /** The address alone. */
    String text() {
        return address.getHostAddress();
    }
}
