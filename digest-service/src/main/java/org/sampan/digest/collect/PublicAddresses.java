package org.sampan.digest.collect;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to addresses of the open internet only. The connection is made to the very addresses judged here, for
 * each redirect anew, so neither a redirect nor a name that changes its address between two questions leads inside.
 */
final class PublicAddresses implements DnsResolver {
    private final boolean allowPrivate;

    PublicAddresses(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!allowPrivate && !isPublic(address)) {
                throw new PrivateAddress(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Told apart from a name that does not exist. */
    static final class PrivateAddress extends UnknownHostException {
        PrivateAddress(String host) {
            super(host
                    + " is a loopback or private address. Set collect.allowPrivateAddresses=true to read feeds there");
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet6Address six ? isPublic(six) : isPublic((Inet4Address) address);
    }

    /** RFC 6890: this network, shared, protocol assignments, benchmarking, reserved. */
    private static boolean isPublic(Inet4Address address) {
        byte[] octets = address.getAddress();
        int first = octets[0] & 0xff;
        int second = octets[1] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean assigned = first == 192 && second == 0 && octets[2] == 0;
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 240 && !shared && !assigned && !benchmark;
    }

    /** RFC 4193 unique local, and the forms that carry an IPv4 address within (RFC 6052, 3056, 4380, 4291). */
    private static boolean isPublic(Inet6Address address) {
        byte[] octets = address.getAddress();
        boolean uniqueLocal = (octets[0] & 0xfe) == 0xfc;
        boolean translated = octets[0] == 0 && octets[1] == 0x64 && (octets[2] & 0xff) == 0xff;
        boolean sixToFour = octets[0] == 0x20 && octets[1] == 0x02;
        boolean teredo = octets[0] == 0x20 && octets[1] == 0x01 && octets[2] == 0 && octets[3] == 0;
        boolean compatible = address.isIPv4CompatibleAddress();
        return !uniqueLocal && !translated && !sixToFour && !teredo && !compatible;
    }
}
