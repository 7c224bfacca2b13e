package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    @Test
    void spacesLineBreaksPunctuationAndCaseDoNotCountButFiguresDo() {
        assertThat(Traces.letters("> We call for\n> an *END* to fees!"))
                .isEqualTo(Traces.letters("we call for an end to fees"));
        assertThat(Traces.letters("1,200 families")).isNotEqualTo(Traces.letters("1,300 families"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We call for an end to fees at the kilns of the north.",
                "យើងអំពាវនាវឱ្យបញ្ចប់ថ្លៃជ្រើសរើសពលករនៅឡឥដ្ឋ",
                "我们呼吁停止在北方省份的砖窑收取招聘费用并归还所有证件给工人和他们的家人"
            })
    void passageIsKnownAgainWhateverStandsAroundIt(String passage) {
        String letters = Traces.letters(passage);
        assertThat(letters.codePointCount(0, letters.length())).isGreaterThanOrEqualTo(Traces.CERTAIN);
        String around = Traces.letters("Dear friends, as you know " + passage + " and so on, for ever and ever, amen");
        var known = LongStream.of(Traces.of(around)).boxed().collect(Collectors.toSet());
        assertThat(Arrays.stream(Traces.of(letters)).anyMatch(known::contains)).isTrue();
    }

    @Test
    void evenAWordHasATrace() {
        assertThat(Traces.of(Traces.letters("Fees"))).hasSize(1);
        assertThat(Traces.of("")).isEmpty();
    }
}
