package org.sampan.digest.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.RunningDigestService;

class NewsroomBenchTest {
    @Test
    void smallNewsroomIsMeasuredFromFeedsToTheDesk() throws Exception {
        Map<String, String> environment = new HashMap<>(RunningDigestService.environment());
        BenchOptions options = BenchOptions.parse(
                List.of("--feeds", "16", "--items", "12", "--clippings", "400", "--runs", "1", "--in-place"));

        BenchReport report = NewsroomBench.measure(options, environment);

        assertThat(report.collecting().items()).isEqualTo(16 * 12);
        assertThat(report.collecting().fresh()).isEqualTo(16 * 10 + 8 * 2);
        assertThat(report.collecting().merged()).isEqualTo(8 * 2);
        assertThat(report.again().fresh()).isZero();
        assertThat(report.editions()).singleElement().satisfies(edition -> {
            assertThat(edition.items()).isEqualTo(16 * 10 + 8 * 2);
            assertThat(edition.languages()).isEqualTo(8);
        });
        assertThat(report.desk())
                .filteredOn(asking -> asking.query().equals("everything"))
                .singleElement()
                .satisfies(all -> assertThat(all.found()).isEqualTo(400));
        assertThat(report.desk())
                .filteredOn(asking -> asking.query().startsWith("q=ค่าจ้าง"))
                .singleElement()
                .satisfies(thai -> assertThat(thai.found()).isPositive());
        assertThat(report.table()).contains("edition of 176 items in 8 languages", "400  everything");
    }

    @Test
    void badOptionsAreNamed() {
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--feeds", "many")))
                .hasMessage("--feeds: a number from 1 to 2000, not many");
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--runs"))).hasMessageContaining("not nothing");
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--fast"))).hasMessageContaining("newsroom [--feeds N]");
    }
}
