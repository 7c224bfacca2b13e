package org.sampan.digest.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** How often one visitor, and one network (IPv4 /24, IPv6 /48) ten times as often, may do something. */
public final class VisitorLimit {
    private static final int NETWORK_FACTOR = 10;
    private static final int IPV6_CUSTOMER = 8;
    private static final int IPV6_NETWORK = 6;
    private static final int IPV4_NETWORK = 3;
    private static final int IPV4 = 4;

    private final RateLimit visitors;
    private final RateLimit networks;
    private final Duration within;

    public VisitorLimit(int times, Duration within) {
        this.visitors = new RateLimit(times, within);
        this.networks = new RateLimit(times * NETWORK_FACTOR, within);
        this.within = within;
    }

    /** @throws TooManyRequests when it was too often */
    public void count(HttpServletRequest request) {
        byte[] address = address(request.getRemoteAddr());
        boolean isSix = address.length > IPV4;
        String visitor = prefix(address, isSix ? IPV6_CUSTOMER : address.length);
        String network = prefix(address, isSix ? IPV6_NETWORK : IPV4_NETWORK);
        if (!visitors.admits(visitor) || !networks.admits(network)) {
            throw new TooManyRequests(within);
        }
    }

    private static byte[] address(String text) {
        try {
            // A literal address: no name is looked up.
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return new byte[IPV4];
        }
    }

    private static String prefix(byte[] address, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(address, bytes));
    }
}
