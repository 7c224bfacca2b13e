package org.sampan.mailserver.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {
    @Test
    void readersOfOneModeInSomeZones() {
        assertThat(Audience.parse("mode=daily-plain; zones=Asia/Yangon,Etc/GMT+7,-"))
                .contains(new Audience(Set.of(DeliveryMode.DAILY_PLAIN), Set.of("Asia/Yangon", "Etc/GMT+7", "")));
    }

    @Test
    void withoutZonesItIsEverybodyOfTheMode() {
        assertThat(Audience.parse("mode=titles")).contains(new Audience(Set.of(DeliveryMode.TITLES), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mode=each",
                "mode=none",
                "mode=hourly",
                "zones=Asia/Yangon",
                "mode=daily; zones=",
                "mode=daily; zones=Asia/Yangon,",
                "mode=daily; zones=a b",
                "mode=daily; everybody=yes"
            })
    void whatIsNoAudienceOfADigestIsNone(String field) {
        assertThat(Audience.parse(field)).isEmpty();
    }
}
