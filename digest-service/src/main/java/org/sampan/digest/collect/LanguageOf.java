package org.sampan.digest.collect;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells the language of a text by its script, then by letters or words that only one language has. Good for the
 * languages of the region and English; for the rest of the Latin script the feed's own word is taken.
 */
final class LanguageOf {
    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Set<String> ENGLISH_WORDS =
            Set.of("the", "and", "of", "to", "in", "for", "is", "with", "that", "on", "are", "by", "from", "as");
    private static final Set<String> MALAY_WORDS =
            Set.of("yang", "dan", "di", "untuk", "dengan", "pada", "dari", "ini", "itu", "akan", "tidak", "para");
    private static final String VIETNAMESE_LETTERS = "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";

    private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();

    /** Letters of a text that are looked at for its script. */
    private static final int ENOUGH = 4_000;

    private LanguageOf() {}

    static Locale text(String text, Optional<Locale> declared) {
        int[] letters = new int[SCRIPTS.length];
        text.codePoints()
                .limit(ENOUGH)
                .filter(point -> Character.isLetter(point) || Character.getType(point) == Character.NON_SPACING_MARK)
                .forEach(point -> letters[UnicodeScript.of(point).ordinal()]++);
        UnicodeScript script = IntStream.range(0, SCRIPTS.length)
                .filter(one -> letters[one] > 0)
                .boxed()
                .max(Comparator.comparingInt(one -> letters[one]))
                .map(one -> SCRIPTS[one])
                .orElse(UnicodeScript.COMMON);
        return switch (script) {
            case THAI -> Locale.forLanguageTag("th");
            case LAO -> Locale.forLanguageTag("lo");
            case KHMER -> Locale.forLanguageTag("km");
            case MYANMAR -> Locale.forLanguageTag(isShan(text) ? "shn" : "my");
            case HIRAGANA, KATAKANA -> Locale.JAPANESE;
            case HANGUL -> Locale.KOREAN;
            case HAN -> letters[UnicodeScript.HIRAGANA.ordinal()] > 0 ? Locale.JAPANESE : Locale.CHINESE;
            case LATIN -> latin(text, declared);
            default -> declared.orElse(ENGLISH);
        };
    }

    /** Shan letters stand in the Myanmar block from U+1075 to U+108F; Burmese has none of them. */
    private static boolean isShan(String text) {
        long myanmar = text.codePoints()
                .filter(point -> point >= 0x1000 && point <= 0x109f)
                .count();
        long shan = text.codePoints()
                .filter(point -> (point >= 0x1075 && point <= 0x108f) || point == 0x1022 || point == 0x1035)
                .count();
        return shan * 10 > myanmar;
    }

    private static Locale latin(String text, Optional<Locale> declared) {
        String lower = text.toLowerCase(Locale.ROOT);
        long vietnamese = lower.codePoints()
                .filter(point -> VIETNAMESE_LETTERS.indexOf(point) >= 0)
                .count();
        if (vietnamese * 25 > lower.length()) {
            return Locale.forLanguageTag("vi");
        }
        List<String> words = List.of(lower.split("[^\\p{L}]+"));
        long english = words.stream().filter(ENGLISH_WORDS::contains).count();
        long malay = words.stream().filter(MALAY_WORDS::contains).count();
        if (english * 12 > words.size() && english >= malay) {
            return ENGLISH;
        }
        if (malay * 12 > words.size()) {
            return declared.filter(tag -> tag.getLanguage().equals("ms")).orElse(Locale.forLanguageTag("id"));
        }
        return declared.orElse(ENGLISH);
    }
}
