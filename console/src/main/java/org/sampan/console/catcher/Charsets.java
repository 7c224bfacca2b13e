package org.sampan.console.catcher;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;

/** Bytes made text whatever their label says, or when they have none. */
final class Charsets {

    /** Labels met in mails that are not, or not rightly, names of a charset. As browsers do: Latin 1 means Windows 1252, TIS-620 means Windows 874. */
    private static final Map<String, String> MEANT = Map.of(
            "iso-8859-1", "windows-1252",
            "us-ascii", "windows-1252",
            "tis-620", "windows-874",
            "iso-8859-11", "windows-874",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "ks_c_5601-1987", "x-windows-949",
            "utf8", "UTF-8");

    private static final Charset UNLABELLED = Charset.forName("windows-1252");

    private Charsets() {}

    /** @param label the charset named beside the bytes; may be empty, unknown or wrong */
    static String decode(byte[] bytes, String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        boolean unsaid =
                name.isEmpty() || name.equals("us-ascii") || name.startsWith("unknown") || name.equals("x-unknown");
        if (unsaid && isUtf8(bytes)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try {
            return new String(bytes, Charset.forName(MEANT.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return new String(bytes, isUtf8(bytes) ? StandardCharsets.UTF_8 : UNLABELLED);
        }
    }

    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
