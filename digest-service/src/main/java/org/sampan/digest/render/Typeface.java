package org.sampan.digest.render;

import java.util.Locale;
import java.util.Map;

/**
 * How a script wants to be set in a mail: fonts that the readers' systems bring along, without quotation marks, which a mail would carry five
 * bytes each for; and room between lines.
 */
enum Typeface {
    LATIN("Georgia,Noto Serif,Times New Roman,serif", "1.3", "1.55"),
    THAI("Noto Sans Thai,Sarabun,Leelawadee UI,Thonburi,Tahoma,sans-serif", "1.5", "1.75"),
    LAO("Noto Sans Lao,Phetsarath OT,Leelawadee UI,Lao Sangam MN,sans-serif", "1.55", "1.8"),
    KHMER("Noto Sans Khmer,Khmer OS Battambang,Leelawadee UI,Khmer Sangam MN,sans-serif", "1.7", "1.95"),
    MYANMAR("Noto Sans Myanmar,Pyidaungsu,Padauk,Myanmar Text,Myanmar Sangam MN,sans-serif", "1.75", "1.95"),
    HAN("Noto Serif SC,Songti SC,Noto Sans SC,PingFang SC,Microsoft YaHei,SimSun,serif", "1.45", "1.75");

    private final String fonts;
    private final String titleHeight;
    private final String textHeight;

    Typeface(String fonts, String titleHeight, String textHeight) {
        this.fonts = fonts;
        this.titleHeight = titleHeight;
        this.textHeight = textHeight;
    }

    static Typeface of(Locale language) {
        return switch (language.getLanguage()) {
            case "th" -> THAI;
            case "lo" -> LAO;
            case "km" -> KHMER;
            case "my", "shn", "kac", "kar", "ksw", "mnw" -> MYANMAR;
            case "zh", "ja" -> HAN;
            default -> LATIN;
        };
    }

    /** As templates name it: {@code name fonts titleHeight textHeight}, the last three as values for CSS. */
    Map<String, String> model() {
        return Map.of(
                "name",
                name().toLowerCase(Locale.ROOT),
                "fonts",
                fonts,
                "titleHeight",
                titleHeight,
                "textHeight",
                textHeight);
    }
}
