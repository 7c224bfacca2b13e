package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Country;

class CountryWordsTest {
    private final CountryWords words = new CountryWords(new WordFiles(Path.of("../config/words")));

    @Test
    void titleThatNamesOneCountryIsAboutIt() {
        assertThat(words.about("Ferries in Cambodia", "Thailand, Thailand, Thailand"))
                .contains(new Country("KH"));
    }

    @Test
    void titleThatNamesTwoIsAboutNeither() {
        assertThat(words.about("Ferries between Thailand and Laos", "Thai")).isEmpty();
    }

    @Test
    void textMustNameItClearlyMoreOften() {
        assertThat(words.about("Ferries", "Hanoi … Vietnam … Viet Nam … Thailand"))
                .contains(new Country("VN"));
        assertThat(words.about("Ferries", "Vietnam … Hanoi … Thailand … Bangkok"))
                .isEmpty();
        assertThat(words.about("Ferries", "Once in Vietnam")).isEmpty();
    }

    @Test
    void namesCountInEveryScriptButNotInsideOtherWords() {
        assertThat(words.about("เรือข้ามฟากในกัมพูชา", "")).contains(new Country("KH"));
        assertThat(words.about("ကမ်းနားရှိ ရန်ကုန်မြို့", "")).contains(new Country("MM"));
        assertThat(words.about("Thailandia trattoria", "")).isEmpty();
    }
}
