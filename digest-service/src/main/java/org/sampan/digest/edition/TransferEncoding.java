package org.sampan.digest.edition;

import java.nio.charset.StandardCharsets;

/** How UTF-8 text becomes ASCII for the wire (RFC 2045 section 6). */
public enum TransferEncoding {
    /** Leaves ASCII readable; each byte of other letters becomes three, and so do equals signs. */
    QUOTED_PRINTABLE("quoted-printable"),
    /** Every three bytes become four. */
    BASE64("base64");

    /** Soft line ends, and what HTML has of equals signs: measured over editions, they come to so much of a hundred. */
    private static final long SOFT_PERCENT = 6;

    private static final int LINE = 76;

    private final String word;

    TransferEncoding(String word) {
        this.word = word;
    }

    /** The one that makes a text shorter: quoted-printable up to about one foreign byte in seven. */
    public static TransferEncoding of(LongText text) {
        return QUOTED_PRINTABLE.length(text) <= BASE64.length(text) ? QUOTED_PRINTABLE : BASE64;
    }

    public static TransferEncoding of(String text) {
        return of(LongText.ofUtf8(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of the text on the wire, in bytes; of quoted-printable to within some hundredths. */
    public long length(LongText text) {
        if (this == QUOTED_PRINTABLE) {
            return (text.bytes() + 2L * text.foreignBytes()) * (100 + SOFT_PERCENT) / 100;
        }
        long letters = (text.bytes() + 2L) / 3 * 4;
        return letters + 2 * (letters / LINE + 1);
    }

    /** As in {@code Content-Transfer-Encoding}. */
    public String word() {
        return word;
    }
}
