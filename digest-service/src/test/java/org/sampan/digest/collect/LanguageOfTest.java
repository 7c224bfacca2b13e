package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageOfTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "th | การอบรมสิทธิแรงงาน (HWC)",
                "lo | ການຝຶກອົບຮົມສິດທິແຮງງານ",
                "km | ការបណ្តុះបណ្តាលអំពីសិទ្ធិការងារ",
                "my | အလုပ်သမားအခွင့်အရေး ဆွေးနွေးပွဲ",
                "shn | လွင်ႈသုၼ်ႇလႆႈၵူၼ်းႁဵတ်းၵၢၼ်",
                "vi | Công nhân bến phà được nghỉ một ngày mỗi tuần",
                "zh | 渡轮工人争取到每周一天的休息",
                "en | The ferry workers of the lower river have won a day of rest",
                "id | Para pekerja feri yang bekerja di sungai dan pelabuhan ini"
            })
    void scriptsAndTellingLettersGiveTheLanguage(String language, String text) {
        assertThat(LanguageOf.text(text, Optional.empty()).toLanguageTag()).isEqualTo(language);
    }

    @Test
    void feedsWordIsTakenForOtherLanguagesOfTheLatinScript() {
        assertThat(LanguageOf.text("Les ouvriers du bac ont obtenu un jour de repos", Optional.of(Locale.FRENCH)))
                .isEqualTo(Locale.FRENCH);
        assertThat(LanguageOf.text("", Optional.empty())).isEqualTo(Locale.ENGLISH);
    }
}
