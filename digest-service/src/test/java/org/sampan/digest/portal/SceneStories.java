package org.sampan.digest.portal;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.NewEdition;
import org.sampan.digest.edition.Period;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.fixture.RunningDigestService;

/** Invented news in several languages, as edition 1 of Mekong weekly (published) and edition 2 (not sent yet). */
final class SceneStories {
    private static final Instant SINCE = Instant.parse("2026-11-08T17:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-15T17:00:00Z");

    private final RunningDigestService service;
    private final Clippings clippings;
    private int count;

    SceneStories(RunningDigestService service) {
        this.service = service;
        this.clippings = service.bean(Clippings.class);
    }

    void publish() {
        Editions editions = service.bean(Editions.class);
        Series series =
                service.bean(SeriesCatalogue.class).find("mekong-weekly").orElseThrow();
        EditionId first = add(editions, new NewEdition(series, new Period(SINCE, UNTIL), sections(), UNTIL));
        editions.keepRenderings(
                first, List.of(new Rendering(Locale.ENGLISH, "Mekong weekly 1", "", "<p>1</p>", "1")), "a");
        editions.markSent(first, UNTIL.plusSeconds(60));
        editions.markPublished(first, UNTIL.plusSeconds(90));
        Section draft = new Section(
                Kind.STATEMENT,
                List.of(clipping(story("en", "A draft nobody may see yet", Kind.STATEMENT, "Not yet."))));
        add(editions, new NewEdition(series, new Period(UNTIL, UNTIL.plusSeconds(604_800)), List.of(draft), UNTIL));
    }

    private static EditionId add(Editions editions, NewEdition edition) {
        Edition added = editions.add(edition, Optional.empty());
        return added.id();
    }

    private List<Section> sections() {
        Clipping twice = clipping(story(
                "en",
                "Harbour workers win back three months of wages",
                Kind.NEWS_CLIPPING,
                "Sixty-two workers of a closed cannery received what they were owed after a hearing on Thursday."));
        clippings.take(new Offer(
                twice.story(), origin("https://second.example/feed", "https://second.example/wages"), "other"));
        List<Clipping> news = new ArrayList<>(List.of(
                clippings.find(twice.id()).orElseThrow(),
                clipping(
                        story(
                                "my",
                                "ရွှေ့ပြောင်းအလုပ်သမားများအတွက် စာရွက်စာတမ်း သက်တမ်းတိုးခွင့်ပြု",
                                Kind.NEWS_CLIPPING,
                                "အလုပ်သမားများသည် နှစ်ကုန်အထိ စာရွက်စာတမ်းများ သက်တမ်းတိုးနိုင်ကြောင်း တာဝန်ရှိသူများက ပြောသည်။")),
                clipping(story(
                        "km",
                        "កម្មករចំណាកស្រុកទទួលបានសេវាសុខភាពដោយឥតគិតថ្លៃ",
                        Kind.NEWS_CLIPPING,
                        "មណ្ឌលសុខភាពថ្មីមួយនៅជិតព្រំដែនបានបើកទ្វារនៅថ្ងៃច័ន្ទសម្រាប់កម្មករ និងគ្រួសារ។")),
                clipping(story(
                        "th",
                        "ศูนย์ช่วยเหลือแรงงานข้ามชาติเปิดสายด่วนห้าภาษา",
                        Kind.NEWS_CLIPPING,
                        "สายด่วนใหม่รับเรื่องร้องทุกข์เรื่องค่าจ้างและที่พักทุกวันตั้งแต่แปดโมงเช้าถึงสองทุ่ม"))));
        Section statements = new Section(
                Kind.STATEMENT,
                List.of(
                        clipping(story(
                                "en",
                                "Nobody should pay for a job: our statement on recruitment fees",
                                Kind.STATEMENT,
                                "Twelve organisations ask the governments of the region to forbid fees.")),
                        clipping(story(
                                "vi",
                                "Tuyên bố về quyền học tập của con em lao động di cư",
                                Kind.STATEMENT,
                                "Trẻ em phải được đến trường ở nơi các em sống.")),
                        clipping(story("zh", "关于渔业工人安全的声明", Kind.STATEMENT, "我们呼吁所有船东提供救生设备。"))));
        return List.of(statements, new Section(Kind.NEWS_CLIPPING, news));
    }

    private Clipping clipping(Story story) {
        String page = "https://first.example/" + ++count;
        clippings.take(new Offer(story, origin("https://first.example/feed", page), page));
        return clippings.page(Optional.empty(), 50).stream()
                .filter(clipping -> clipping.story().title().equals(story.title()))
                .findFirst()
                .orElseThrow();
    }

    private static Origin origin(String feed, String page) {
        return new Origin(URI.create(feed), Optional.of(URI.create(page)), Optional.empty(), UNTIL);
    }

    private static Story story(String language, String title, Kind kind, String words) {
        return new Story(
                title,
                kind,
                SINCE.plusSeconds(86_400),
                Optional.of("Mali Srisuk"),
                Optional.of("The River Post"),
                Locale.forLanguageTag(language),
                Country.of("TH"),
                Optional.of(URI.create("https://first.example/" + title.hashCode())),
                "<p>" + words + "</p>",
                words);
    }
}
