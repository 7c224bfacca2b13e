package org.sampan.mailserver.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.StewardLink.Purpose;

class StewardLinkTest {
    private static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final EmailAddress KANYA = new EmailAddress("Kanya@mekong-network.example");
    private static final EmailAddress BOUN = new EmailAddress("boun@mekong-network.example");

    @Test
    void linkTellsWhoHoldsIt() {
        String text = StewardLink.text(Purpose.HELD_POST, 41, KANYA, KEY);
        StewardLink link = StewardLink.parse(text.toUpperCase(Locale.ROOT)).orElseThrow();
        assertThat(link.number()).isEqualTo(41);
        assertThat(link.holder(Purpose.HELD_POST, List.of(BOUN, KANYA), KEY)).contains(KANYA);
        assertThat(text).matches("[0-9a-z]+-[0-9a-z]{10,16}");
    }

    @Test
    void linkIsGoodForNobodyElseAndNothingElse() {
        StewardLink link = StewardLink.parse(StewardLink.text(Purpose.HELD_POST, 41, KANYA, KEY))
                .orElseThrow();
        assertThat(link.holder(Purpose.HELD_POST, List.of(BOUN), KEY)).isEmpty();
        assertThat(link.holder(Purpose.SEND, List.of(KANYA), KEY)).isEmpty();
        assertThat(new StewardLink(42, link.signature()).holder(Purpose.HELD_POST, List.of(KANYA), KEY))
                .isEmpty();
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(link.holder(Purpose.HELD_POST, List.of(KANYA), new SigningKey(other)))
                .isEmpty();
    }

    @Test
    void whatIsNoLinkIsNone() {
        for (String text : List.of("", "-", "41", "41-", "zzzzzzzzzzzzz-1", "4 1-abc", "41-abc-d", "../41-a")) {
            assertThat(StewardLink.parse(text)).isEmpty();
        }
    }
}
