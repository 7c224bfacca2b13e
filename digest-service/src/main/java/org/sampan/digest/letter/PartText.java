package org.sampan.digest.letter;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns a text part's bytes into text, also where its charset is missing, misspelt or wrong. */
final class PartText {
    /** What mail programs write, and the superset they mean. */
    private static final Map<String, String> MEANT = Map.of(
            "utf8", "UTF-8",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "tis-620", "x-windows-874",
            "tis620", "x-windows-874",
            "iso-8859-11", "x-windows-874",
            "windows-874", "x-windows-874",
            "iso-8859-1", "windows-1252",
            "ks_c_5601-1987", "x-windows-949");

    private PartText() {}

    /** @param declared the part's charset parameter; empty when it has none */
    static String decode(byte[] bytes, String declared) {
        String name = declared.strip().toLowerCase(Locale.ROOT);
        boolean saysNothing = name.isEmpty() || name.endsWith("ascii") || name.contains("unknown");
        Optional<Charset> charset = saysNothing ? Optional.empty() : charset(name);
        return charset.map(known -> new String(bytes, known))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> new String(bytes, guess(bytes)));
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(name, name)));
        } catch (IllegalArgumentException noSuchCharset) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** ICU knows no Thai code page, so that is asked first. */
    private static Charset guess(byte[] bytes) {
        if (looksThai(bytes)) {
            return Charset.forName("x-windows-874");
        }
        CharsetMatch match = new CharsetDetector().setText(bytes).detect();
        return Optional.ofNullable(match)
                .flatMap(found -> charset(found.getName().toLowerCase(Locale.ROOT)))
                .orElse(Charset.forName("windows-1252"));
    }

    private static boolean looksThai(byte[] bytes) {
        int thai = 0;
        int letters = 0;
        for (byte one : bytes) {
            int value = one & 0xff;
            boolean isHole = value >= 0xdb && value <= 0xde || value >= 0xfc || value > 0x97 && value < 0xa0;
            if (isHole) {
                return false;
            }
            thai += value >= 0xa1 ? 1 : 0;
            letters += value >= 0xa1 || Character.isLetter(value) ? 1 : 0;
        }
        return thai > 8 && thai * 2 > letters;
    }
}
