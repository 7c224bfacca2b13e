package org.sampan.mailserver.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.mailinglist.ListAddress;

class AudienceTest {
    @Test
    void readersOfOneModeInSomeZones() {
        assertThat(Audience.parse("mode=daily-plain; zones=Asia/Yangon,Etc/GMT+7,-"))
                .contains(new Audience(Set.of(DeliveryMode.DAILY_PLAIN), Set.of("Asia/Yangon", "Etc/GMT+7", "")));
    }

    @Test
    void readersOfAnEarlierPostAndReadersElsewhere() {
        assertThat(Audience.parseOfPost(
                        "received=<statement.7@lists.example>; except=members@lists.example,b@lists.example"))
                .contains(new Audience(
                        Set.of(DeliveryMode.EACH),
                        Set.of(),
                        Optional.of("<statement.7@lists.example>"),
                        Set.of(ListAddress.of("members@lists.example"), ListAddress.of("b@lists.example"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "received=",
                "received=statement.7@lists.example",
                "received=<a@b>;",
                "received=<a@b>; received=<c@d>",
                "except=",
                "except=members",
                "except=members-owner@lists.example",
                "except=a@lists.example,",
                "except=a@lists.example; except=b@lists.example",
                "mode=daily",
                "received=<a@b>; mode=each"
            })
    void whatIsNoAudienceOfAPostIsNone(String field) {
        assertThat(Audience.parseOfPost(field)).isEmpty();
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
