package org.sampan.mailserver.mailinglist;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose copy of which delivery a bounce is about, told by the address it comes back to (variable envelope return path):
 * {@code members-bounces+d2s-1k-0f3q…@lists.example}. The numbers are in base 36, since some servers change the case of a
 * local part, and signed, since anybody may write to the address.
 *
 * @param delivery the delivery's number
 * @param person the person's number; 0 for a notice to an address
 */
public record VerpAddress(long delivery, long person) {
    private static final byte PURPOSE = 'v';
    private static final int SIGNATURE_BYTES = 8;
    private static final int RADIX = 36;

    /** The detail behind the {@code +}: lower-case letters, digits and {@code -}, at most 41 characters. */
    public String detail(SigningKey key) {
        return Long.toString(delivery, RADIX) + "-" + Long.toString(person, RADIX) + "-"
                + signatureText(key.sign(PURPOSE, delivery, person, SIGNATURE_BYTES));
    }

    /** Empty when the detail was not made by {@link #detail} with this key. */
    public static Optional<VerpAddress> parse(String detail, SigningKey key) {
        String[] parts = detail.toLowerCase(Locale.ROOT).split("-", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            VerpAddress address = new VerpAddress(Long.parseLong(parts[0], RADIX), Long.parseLong(parts[1], RADIX));
            byte[] signature = signature(parts[2]);
            return key.verifies(PURPOSE, address.delivery, address.person, signature)
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (ArithmeticException | NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    private static String signatureText(byte[] signature) {
        return new BigInteger(1, signature).toString(RADIX);
    }

    private static byte[] signature(String text) {
        BigInteger value = new BigInteger(text, RADIX);
        if (value.signum() < 0 || value.bitLength() > SIGNATURE_BYTES * 8) {
            throw new ArithmeticException("not a signature of ours");
        }
        return ByteBuffer.allocate(SIGNATURE_BYTES).putLong(value.longValue()).array();
    }
}
