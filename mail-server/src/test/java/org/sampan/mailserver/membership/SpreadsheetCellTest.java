package org.sampan.mailserver.membership;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+66 2 000", "-Anonymous-", "@everybody", "\tx", "'Asi", "'", "''=x"})
    void whatASpreadsheetWouldRunIsGuardedAndComesBackAsItWas(String value) {
        assertThat(SpreadsheetCell.guarded(value)).isEqualTo("'" + value);
        assertThat(SpreadsheetCell.plain(SpreadsheetCell.guarded(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Alice Chan", "O'Neill", "ထွန်းအောင်", "a=b"})
    void whatIsHarmlessStaysAsItIs(String value) {
        assertThat(SpreadsheetCell.guarded(value)).isEqualTo(value);
        assertThat(SpreadsheetCell.plain(value)).isEqualTo(value);
    }

    @Test
    void apostropheThatGuardsNothingBelongsToTheValue() {
        assertThat(SpreadsheetCell.plain("'Asi Tupou")).isEqualTo("'Asi Tupou");
    }
}
