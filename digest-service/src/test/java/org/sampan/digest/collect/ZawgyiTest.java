package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.clipping.Wording;
import org.sampan.digest.fixture.TestDatabase;
import org.sampan.digest.source.Source;

class ZawgyiTest {
    private static final WordFiles WORDS = new WordFiles(Path.of("../config/words"));
    private static final Source SOURCE =
            Source.elsewhere(URI.create("https://riverside.example/feed/"), "Riverside", Optional.empty());
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String TITLE = "အျပည္ျပည္ဆိုင္ရာ လူ႔အခြင့္အေရး ေၾကညာစာတမ္း";
    private static final String TEXT = "ျမန္မာႏိုင္ငံမွ ေရႊ႕ေျပာင္းအလုပ္သမားမ်ား";

    private static Offer read(String title, String html) {
        FeedItem item = new FeedItem(
                title,
                Optional.of("https://riverside.example/1"),
                Optional.empty(),
                Optional.of(NOW),
                List.of(),
                Optional.empty(),
                List.of(),
                html,
                "https://riverside.example/");
        return new ItemReader(new KindRules(WORDS), new CountryWords(WORDS), new TopicWords(WORDS))
                .read(item, new Feed("", Optional.empty(), List.of()), SOURCE, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "အျပည္ျပည္ဆိုင္ရာ လူ႔အခြင့္အေရး ေၾကညာစာတမ္း, အပြည်ပြည်ဆိုင်ရာ လူ့အခွင့်အရေး ကြေညာစာတမ်း",
        "ျမန္မာႏိုင္ငံမွ ေရႊ႕ေျပာင္းအလုပ္သမားမ်ား, မြန်မာနိုင်ငံမှ ရွှေ့ပြောင်းအလုပ်သမားများ"
    })
    void titleInZawgyiIsReadAsUnicode(String zawgyi, String unicode) {
        assertThat(read(zawgyi, "").story().title()).isEqualTo(unicode);
    }

    @Test
    void textIsReadAsUnicodeWithItsMarkUp() {
        Offer offer = read(TITLE, "<p>" + TEXT + " <a href=\"https://riverside.example/2\">" + TITLE + "</a></p>");

        assertThat(offer.story().html())
                .contains("မြန်မာနိုင်ငံမှ ရွှေ့ပြောင်းအလုပ်သမားများ", "<a href=\"https://riverside.example/2\"");
        assertThat(offer.story().language()).isEqualTo(Locale.forLanguageTag("my"));
        assertThat(offer.item()).isEqualTo("https://riverside.example/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "အပြည်ပြည်ဆိုင်ရာ လူ့အခွင့်အရေး ကြေညာစာတမ်း",
                "ၶေႃႈမုၼ်းတူဝ်ၵၼ် တႃႇၵူၼ်းႁဵတ်းၵၢၼ် ၵူႈမိူင်းမိူင်း ၼႂ်းမိူင်းထႆး",
                "ၵူၼ်းၵူႈၵေႃႉ မီးသုၼ်ႇလႆႈ ပဵၼ်ၵူၼ်းလွတ်ႈလႅဝ်း ၸိူဝ်းၵၼ်",
                "မၞိဟ်ဂမၠိုၚ် ဒှ်မၞိဟ်ဗၠးၜး ဂၠံၚ်တရဴ ဘာသာမန် ကဵု ကောန်ဂကူမန်",
                "Ferry workers",
                "แถลงการณ์"
            })
    void unicodeBurmeseShanMonAndAllElseStayAsTheyAre(String text) {
        Offer offer = read(text, "<p>" + text + "</p>");

        assertThat(offer.story().title()).isEqualTo(text);
        assertThat(offer.story().html()).contains(text);
        assertThat(offer.origin().original()).isEmpty();
    }

    @Test
    void textAsItCameIsKeptWithWhereItCameFrom() {
        TestDatabase.Access access = TestDatabase.access();
        Clippings clippings = TestClippings.of(access);
        Offer offer = read(TITLE, "<p>" + TEXT + "</p>");
        clippings.take(offer);

        List<Wording> met = clippings.wordings(
                clippings.findItem(SOURCE.url(), offer.item()).orElseThrow());

        assertThat(met)
                .singleElement()
                .satisfies(one -> assertThat(one.origin().original()).contains(TITLE + "\n\n" + TEXT));
    }
}
