package org.sampan.mailserver.post;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The charsets of mail, by the names mail programs give them. */
public final class Charsets {
    /** In these an ASCII character is not always one byte of its own. */
    private static final Set<String> WIDE = Set.of("utf-7", "unicode-1-1-utf-7", "hz-gb-2312", "unicode");

    /** Supersets that senders mean when they name the smaller set. */
    private static final Map<String, String> MEANT = Map.of(
            "gb2312", "gb18030", "gbk", "gb18030", "tis-620", "x-windows-874", "ks_c_5601-1987", "x-windows-949");

    private Charsets() {}

    /** Whether ASCII text may be put behind, or between, text of this charset. */
    public static boolean isAsciiBelow128(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !WIDE.contains(lower)
                && !lower.startsWith("utf-16")
                && !lower.startsWith("utf-32")
                && !lower.startsWith("ucs");
    }

    public static Optional<Charset> named(String name) {
        try {
            String lower = name.toLowerCase(Locale.ROOT);
            return Optional.of(Charset.forName(MEANT.getOrDefault(lower, lower)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
