package org.sampan.digest.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    @Test
    void addressOfAnyLengthStaysWhole() {
        String address = "https://harbour.example/" + "ferry/".repeat(20_000);

        assertThat(NARROW.wrap("See " + address + " now", "", Locale.ENGLISH)).isEqualTo("See\n" + address + "\nnow");
    }

    @Test
    @Timeout(5)
    void quotationTooDeepForTheWidthIsNotSaidAgainInEachLine() {
        String wrapped = NARROW.wrap(">".repeat(50_000) + " Ferry workers win a weekly day", "", Locale.ENGLISH);

        assertThat(wrapped).endsWith("\nweekly day").hasSizeLessThan(60_000);
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

    private static Stream<Arguments> texts() {
        return Stream.of(
                        "th | ผู้หญิงที่ทำงานบ้านสามสิบคน (จากสี่จังหวัด) เข้าร่วมการอบรม “สัญญาจ้าง” ค่าแรงต่างๆ และวันหยุด เด็กๆมาด้วย",
                        "lo | ແມ່ຍິງທີ່ເຮັດວຽກບ້ານສາມສິບຄົນເຂົ້າຮ່ວມການຝຶກອົບຮົມ (ສອງວັນ) ເລື່ອງ “ສັນຍາຈ້າງງານ” ຕ່າງໆ ແລະອື່ນໆ.",
                        "km | សៀវភៅតូចនេះពន្យល់អំពីឯកសារ ប្រាក់ឈ្នួល និងរូបគំនូរ។សៀវភៅនេះត្រូវបានចែកដោយឥតគិតថ្លៃ «ផ្សេងៗ»៕",
                        "my | အလုပ်သမားများ၏ အခွင့်အရေးအကြောင်း ဆွေးနွေးပွဲကို “ရွာသုံးရွာ” တွင် (ယခုလ) ကျင်းပခဲ့သည်၊ လူငါးဆယ် တက်ရောက်သည်။",
                        "shn | ၵူၼ်းႁဵတ်းၵၢၼ်ၼႂ်းႁိူၼ်းသၢမ်သိပ်းၵေႃႉၶဝ်ႈႁူမ်ႈသွၼ်ၾိုၵ်းသွင်ဝၼ်း လိၵ်ႈပိုၼ်ၽၢဝ်ႇၸုမ်းၵူၼ်းႁဵတ်းၵၢၼ်တီႈၾင်ႈၼမ်ႉၶူင်း။",
                        "zh | 夜校每周两晚教授邻国语言、劳动法，首批学员（女工二十五名）报名。“我们想听懂”，一位说……见https://a.example/x/yy/zzz，更多内容在“（https://b.example/1234567890）”。",
                        "vi | Báo cáo mới về điều kiện (dọc theo sông): xem (https://a.example/bao-cao-moi-2026), trang 12 – 15; “đã nói” với 200 công nhân.",
                        "en | Quarantine-Counter-Measures: see https://harbour.example/a_(long)/path?of=it#all, \"there\", or [https://b.example/%E0%B8%81].")
                .map(it -> it.split(" \\| "))
                .flatMap(it ->
                        IntStream.of(12, 16, 19, 24, 31, 40, 72).mapToObj(width -> Arguments.of(it[0], width, it[1])));
    }

    @ParameterizedTest(name = "{0} in {1} columns")
    @MethodSource("texts")
    void everyTextHoldsInEveryWidth(String language, int width, String text) {
        String wrapped = new PlainText(width).wrap(text, "", Locale.forLanguageTag(language));

        assertThat(wrapped.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
        assertThat(wrapped.lines())
                .allMatch(line -> PlainText.columns(line) <= width || line.contains("https://"))
                .noneMatch(line -> line.matches("[\\p{Pe}\\p{Pf}\\p{M},.;:!?…，。、；：！？ๆຯໆៗ។៕၊။].*"), "ends another")
                .noneMatch(line -> line.matches(".*[\\p{Ps}\\p{Pi}]"), "opens the next")
                .noneMatch(
                        line -> line.matches("[\\u1000-\\u109f]\\u1037?\\u103a.*|.*[\\u1039\\u17d2]"),
                        "cuts a syllable");
        Pattern.compile("https://[^\\s，）]+")
                .matcher(text)
                .results()
                .forEach(address -> assertThat(wrapped).contains(address.group()));
    }

    @Test
    void shanBreaksBetweenSyllables() {
        assertThat(new PlainText(12).wrap("ၵူၼ်းႁဵတ်းၵၢၼ်သၢမ်သိပ်း", "", Locale.forLanguageTag("shn")))
                .isEqualTo("ၵူၼ်းႁဵတ်းၵၢၼ်သၢမ်\nသိပ်း");
    }

    @Test
    void quotationsAndListsGoOnBelowWhereTheyBegan() {
        assertThat(NARROW.wrap("> > Ferry workers win a day of rest", "", Locale.ENGLISH))
                .isEqualTo("> > Ferry workers\n> > win a day of\n> > rest");
        assertThat(NARROW.wrap("12. Ferry workers win a day of rest", "", Locale.ENGLISH))
                .isEqualTo("12. Ferry workers\n    win a day of\n    rest");
    }
}
