package org.sampan.mailserver.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPatternTest {
    @ParameterizedTest
    @CsvSource({
        "eve@spam.example, eve@spam.example, true",
        "EVE@spam.example, Eve@Spam.Example, true",
        "*@spam.example, eve@spam.example, true",
        "*@spam.example, eve@sub.spam.example, false",
        "*@spam.example, eve@spam.example.org, false",
        "*@*.spam.example, eve@a.b.spam.example, true",
        "bulk*@*, bulk-7@anywhere.example, true",
        "*x*@*x*, axb@cxd.example, true",
        "*x*@*y*, axb@cxd.example, false",
        "e.e@spam.example, eve@spam.example, false",
    })
    void starStandsForAnyCharactersAndNothingElseIsSpecial(String pattern, String address, boolean matches) {
        assertThat(new AddressPattern(pattern).matches(new EmailAddress(address)))
                .isEqualTo(matches);
    }

    @Test
    void manyStarsTakeNoLongTime() {
        String stars = "*a".repeat(30) + "@*.example";
        assertThat(new AddressPattern(stars).matches(new EmailAddress("a".repeat(60) + "@b.invalid")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "*@*", "spam.example", "a b@spam.example", "a@b@c", "<eve@spam.example>"})
    void whatIsNoPatternIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> new AddressPattern(text)).hasMessageContaining("*@spam.example");
    }
}
