package org.sampan.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {

    @Test
    void columnsAreCountedAsTheTerminalShowsThem() {
        assertThat(TerminalText.of("湄公河").columns()).isEqualTo(6);
        assertThat(TerminalText.of("ที่").columns()).isEqualTo(1);
        assertThat(TerminalText.of("Tiếng Việt").columns()).isEqualTo(10);
    }

    @Test
    void longTextIsCutBetweenCharactersAsPeopleSeeThem() {
        TerminalText cut = TerminalText.of("ที่นี่ที่นี่").atMost(3);
        assertThat(cut.text()).isEqualTo("ที่นี่…");
        assertThat(cut.columns()).isLessThanOrEqualTo(3);
    }

    @Test
    void controlCharactersAreReplaced() {
        assertThat(TerminalText.of("a\u001b[31mb\rc\u0007").text()).isEqualTo("a\uFFFD[31mb\uFFFDc\uFFFD");
    }
}
