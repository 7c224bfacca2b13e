package org.sampan.digest.render;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.edition.DeliveryHours;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Holidays;
import org.sampan.digest.edition.Measures;
import org.sampan.digest.edition.NewEdition;
import org.sampan.digest.edition.Period;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.Translation;
import org.sampan.digest.fixture.Stories;

/**
 * An edition that shows all a mail can have: a title and an introduction, translated into some languages, a section of each
 * kind, items in eight languages, one with versions, long ones that are cut, one without link, place and summary.
 */
final class GoldenEdition {
    private static final Instant DATE = Instant.parse("2026-11-22T20:00:00Z");
    private static final ClippingId STATEMENT = new ClippingId(1);
    private static final Map<String, List<String>> STATEMENT_IN = Map.of(
            "th",
            List.of(
                    "แถลงการณ์ร่วมเรื่องค่าธรรมเนียมของคนงานเตาเผาอิฐ",
                    "เราผู้ลงนามท้ายนี้เรียกร้องให้ยุติค่าธรรมเนียมการจัดหางาน"),
            "my",
            List.of(
                    "အုတ်ဖိုလုပ်သားများ၏ အခကြေးငွေဆိုင်ရာ ပူးတွဲထုတ်ပြန်ချက်",
                    "အလုပ်ရှာခများ ရပ်တန့်ရန် တောင်းဆိုသည်။"),
            "km",
            List.of("សេចក្តីថ្លែងការណ៍រួមអំពីថ្លៃសេវារបស់កម្មករឡឥដ្ឋ", "យើងអំពាវនាវឱ្យបញ្ចប់ថ្លៃសេវាជ្រើសរើសកម្មករ។"));

    private GoldenEdition() {}

    static Series series(String... languages) {
        return new Series(
                "river-weekly",
                "River weekly",
                "river-news",
                Stream.of(languages).map(Locale::forLanguageTag).toList(),
                Optional.empty(),
                ZoneId.of("Asia/Bangkok"),
                List.of(Kind.values()),
                true,
                new Measures(Measures.STANDARD.budget(), Optional.of(180)),
                Holidays.NONE,
                DeliveryHours.ANY);
    }

    static Edition edition() {
        return new NewEdition(series("en"), new Period(DATE.minusSeconds(604_800), DATE), sections(), DATE)
                .numbered(12)
                .withTitle("A day of rest on the river")
                .withIntroduction(
                        Optional.of("A quiet week on the river, with **one** good piece of news. More about it:"
                                + "\n\n- what the [ferry crews](https://harbour.example/crews) won\n- what comes next"))
                .withTranslation(new Translation(
                        Locale.forLanguageTag("th"),
                        "วันหยุดบนแม่น้ำ",
                        "สัปดาห์ที่เงียบสงบริมแม่น้ำ พร้อมข่าวดี **หนึ่ง** เรื่อง",
                        ""))
                .withTranslation(new Translation(
                        Locale.forLanguageTag("my"), "မြစ်ပေါ်က နားရက်", "မြစ်ကမ်းဘေးက တိတ်ဆိတ်သော ရက်သတ္တပတ်။", ""));
    }

    private static List<Section> sections() {
        return List.of(
                new Section(Kind.STATEMENT, List.of(Stories.clipping(1, Stories.statement()))),
                new Section(Kind.PRESS_RELEASE, List.of(Stories.clipping(5, nightCrews()))),
                new Section(Kind.PUBLICATION, List.of(Stories.clipping(6, report()), Stories.clipping(7, guide()))),
                new Section(
                        Kind.NEWS_CLIPPING,
                        List.of(
                                Stories.clipping(2, Stories.ferryWorkers()),
                                Stories.clipping(8, nightSchool()),
                                Stories.clipping(9, savings()))),
                new Section(
                        Kind.ACTIVITY,
                        List.of(
                                Stories.clipping(3, Stories.burmeseActivity()),
                                Stories.clipping(4, Stories.thaiTraining()))),
                new Section(Kind.INVITATION, List.of(Stories.clipping(10, festival()))));
    }

    /** The statement in Thai, Burmese and Khmer. */
    static Map<ClippingId, Clipping> versions(Locale language, Collection<ClippingId> asked) {
        Map<ClippingId, Clipping> versions = new HashMap<>();
        List<String> words = STATEMENT_IN.get(language.getLanguage());
        if (words != null && asked.contains(STATEMENT)) {
            Story original = Stories.statement();
            versions.put(
                    STATEMENT,
                    Stories.clipping(
                            11,
                            new Story(
                                    words.get(0),
                                    original.kind(),
                                    original.publishedAt(),
                                    original.byline(),
                                    original.outlet(),
                                    language,
                                    original.country(),
                                    original.link().map(link -> link.resolve(language + "/kilns")),
                                    "",
                                    words.get(1))));
        }
        return versions;
    }

    private static Story nightCrews() {
        return story(
                "en",
                Kind.PRESS_RELEASE,
                "Night ferry crews go back to work after three weeks of talks at the lower landing",
                "harbour.example/night-crews",
                "The crews of the night ferries take up work again on Monday. Both sides signed a paper that gives every crew one day of rest"
                        + " in seven and pays the hours after midnight by half as much again. A committee of six looks after it for a year.");
    }

    private static Story report() {
        return story(
                "vi",
                Kind.PUBLICATION,
                "Công trường bên sông: điều kiện làm việc trong mùa khô",
                "riverside.example/cong-truong",
                "Báo cáo mới về điều kiện làm việc của công nhân xây dựng dọc theo sông. Các tác giả đã nói chuyện với hai trăm công nhân ở bốn"
                        + " tỉnh trong suốt mùa khô và đề nghị mười điều có thể làm ngay.");
    }

    private static Story guide() {
        return story(
                "km",
                Kind.PUBLICATION,
                "មគ្គុទ្ទេសក៍សម្រាប់អ្នកធ្វើដំណើរទៅធ្វើការនៅប្រទេសជិតខាង",
                "riverside.example/guide",
                "សៀវភៅតូចមួយនេះពន្យល់អំពីឯកសារ ប្រាក់ឈ្នួល និងសុខភាព ដោយប្រើភាសាងាយយល់ និងរូបគំនូរ។"
                        + "សៀវភៅនេះត្រូវបានចែកដោយឥតគិតថ្លៃនៅតាមមាត់ច្រកព្រំដែនទាំងអស់ និងអាចទាញយកបានពីគេហទំព័រ។");
    }

    private static Story nightSchool() {
        return story(
                "zh",
                Kind.NEWS_CLIPPING,
                "河口的渔民与移民工人共同开办夜校",
                "courier.example/night-school",
                "夜校每周两晚教授邻国语言、劳动法和急救知识，首批四十名学员已经报名。“我们想听懂彼此的话”，一位发起人说。");
    }

    private static Story savings() {
        return story(
                "lo",
                Kind.NEWS_CLIPPING,
                "ແມ່ຍິງໃນຕະຫຼາດຊາຍແດນຕັ້ງກຸ່ມທ້ອນເງິນ",
                "market.example/savings",
                "ກຸ່ມນີ້ຊ່ວຍເຫຼືອກັນໃນຍາມເຈັບປ່ວຍ ແລະ ແລກປ່ຽນຂໍ້ມູນກ່ຽວກັບສິດຂອງແຮງງານ.");
    }

    private static Story festival() {
        return new Story(
                "ပွႆးပီႇမႂ်ႇတႆး တီႈၾင်ႈၼမ်ႉ",
                Kind.INVITATION,
                DATE.minusSeconds(86_400),
                Optional.empty(),
                Optional.of("Riverside Legal Aid"),
                Locale.forLanguageTag("shn"),
                Optional.empty(),
                Optional.empty(),
                "",
                "");
    }

    private static Story story(String language, Kind kind, String title, String link, String summary) {
        return new Story(
                title,
                kind,
                DATE.minusSeconds(172_800),
                Optional.empty(),
                Optional.empty(),
                Locale.forLanguageTag(language),
                Optional.of(new Country("TH")),
                Optional.of(URI.create("https://" + link)),
                "",
                summary);
    }
}
