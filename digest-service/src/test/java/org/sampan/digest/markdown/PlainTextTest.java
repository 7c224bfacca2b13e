package org.sampan.digest.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    private static final PlainText NARROW = new PlainText(20);

    @Test
    void linesBreakBetweenWordsAndGoOnIndented() {
        assertThat(NARROW.wrap("* Ferry workers win a weekly day of rest", "  ", Locale.ENGLISH))
                .isEqualTo("""
                * Ferry workers win
                  a weekly day of
                  rest""");
    }

    @Test
    void addressesStayWhole() {
        assertThat(NARROW.wrap("See https://harbour.example/a-long/path/to-a/story-of-ferries now", "", Locale.ENGLISH))
                .isEqualTo("See\nhttps://harbour.example/a-long/path/to-a/story-of-ferries\nnow");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "th | ผู้หญิงที่ทำงานบ้านสามสิบคนเข้าร่วมการอบรมสองวันเรื่องสัญญาจ้างค่าแรงและวันหยุด",
                "lo | ແມ່ຍິງທີ່ເຮັດວຽກບ້ານສາມສິບຄົນເຂົ້າຮ່ວມການຝຶກອົບຮົມສອງວັນເລື່ອງສັນຍາຈ້າງງານ",
                "km | ស្ត្រីដែលធ្វើការផ្ទះសាមសិបនាក់បានចូលរួមវគ្គបណ្តុះបណ្តាលពីរថ្ងៃអំពីកិច្ចសន្យាការងារ",
                "my | အလုပ်သမားများ၏အခွင့်အရေးအကြောင်းဆွေးနွေးပွဲတစ်ခုကိုရွာသုံးရွာတွင်ကျင်းပခဲ့သည်",
                "shn | ၵူၼ်းႁဵတ်းၵၢၼ်ၼႂ်းႁိူၼ်းသၢမ်သိပ်းၵေႃႉၶဝ်ႈႁူမ်ႈသွၼ်ၾိုၵ်းသွင်ဝၼ်း",
                "zh | 三十名家庭女工参加了为期两天的培训内容包括合同工资和休假以及如何寻求法律援助"
            })
    void scriptsWithoutSpacesBreakWithoutCuttingALetter(String language, String text) {
        Locale locale = Locale.forLanguageTag(language);
        String wrapped = NARROW.wrap(text, "", locale);

        assertThat(wrapped.lines().count()).isGreaterThan(1);
        assertThat(wrapped.replace("\n", "")).isEqualTo(text);
        BreakIterator letters = BreakIterator.getCharacterInstance(locale);
        letters.setText(text);
        int end = 0;
        for (String line : wrapped.lines().toList()) {
            assertThat(PlainText.columns(line)).isLessThanOrEqualTo(20);
            end += line.length();
            assertThat(letters.isBoundary(end)).isTrue();
        }
    }
}
