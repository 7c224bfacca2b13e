package org.sampan.mailserver.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.dkim.RelaxedForm.Field;

class RelaxedFormTest {
    /** RFC 6376 section 3.4.5. */
    @Test
    void standardsExampleComesOutAsPrintedThere() {
        RelaxedForm form = form("A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n");
        assertThat(form.fields("a")).containsExactly(new Field("a", "X"));
        assertThat(form.fields("b").get(0).line()).isEqualTo("b:Y Z\r\n");
        assertThat(body(form)).isEqualTo(" C\r\nD E\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A: X", "A: X\r\n", "A: X\r\n\r\n", "A: X\r\n\r\n\r\n\r\n", "A: X\r\n\r\n \t\r\n"})
    void bodyWithoutTextIsEmpty(String message) {
        assertThat(body(form(message))).isEmpty();
        assertThat(form(message).fields("a")).hasSize(1);
    }

    @Test
    void lineWithoutEndGetsOne() {
        assertThat(body(form("A: X\r\n\r\nthe end \t"))).isEqualTo("the end\r\n");
    }

    @Test
    void emptyLinesBetweenStay() {
        assertThat(body(form("A: X\r\n\r\n\r\none\r\n \r\n\r\ntwo\r\n"))).isEqualTo("\r\none\r\n\r\n\r\ntwo\r\n");
    }

    @Test
    void loneLineFeedsAndReturnsAreText() {
        assertThat(body(form("A: X\r\n\r\none\ntwo\rthree\r\n"))).isEqualTo("one\ntwo\rthree\r\n");
    }

    @Test
    void lastFieldOfANameComesFirst() {
        assertThat(form("A: 1\r\nB: 2\r\na: 3\r\n\r\n").fields("a").stream().map(Field::value))
                .isEqualTo(List.of("3", "1"));
    }

    private static RelaxedForm form(String message) {
        return new RelaxedForm(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String body(RelaxedForm form) {
        return new String(form.body(), StandardCharsets.ISO_8859_1);
    }
}
