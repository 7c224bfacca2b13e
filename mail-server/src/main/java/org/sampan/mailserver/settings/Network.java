package org.sampan.mailserver.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of IP addresses, {@code 192.0.2.0/24}, or one.
 *
 * @param bits how many of the first bits must be the same
 */
public record Network(InetAddress address, int bits) {
    /** @throws IllegalArgumentException when this is none; names are not looked up */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        String host = (slash < 0 ? text : text.substring(0, slash)).strip();
        if (!host.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            int most = address.getAddress().length * 8;
            int bits = slash < 0
                    ? most
                    : Integer.parseInt(text.substring(slash + 1).strip());
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException("not a network: " + text);
            }
            return new Network(address, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a network: " + text, e);
        }
    }

    public boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
