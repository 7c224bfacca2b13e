package org.sampan.digest.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MarkdownTest {
    private static final Markdown STATEMENT = new Markdown("""
            # Stop the fees

            We, the **undersigned**, say with [the report](https://riverside.example/report?a=1&b=2):

            1. Fees must end.
            2. Fees paid must be *returned*.

            - Alice Chan
            - Htun Aung

            > Nobody pays for work.

            Then <script>alert(1)</script> and [click](javascript:alert(1))
            """);

    @Test
    void htmlIsSafeAndWhole() {
        assertThat(STATEMENT.html())
                .contains("<h1>Stop the fees</h1>", "<strong>undersigned</strong>", "<li>Fees must end.</li>")
                .contains("<blockquote>")
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "javascript:");
    }

    @Test
    void textSaysTheSame() {
        assertThat(STATEMENT.text()).isEqualTo("""
                Stop the fees

                We, the undersigned, say with the report (https://riverside.example/report?a=1&b=2):

                1. Fees must end.
                2. Fees paid must be returned.

                - Alice Chan
                - Htun Aung

                > Nobody pays for work.

                Then <script>alert(1)</script> and click (javascript:alert(1))""");
    }

    @Test
    void addressThatIsItsOwnTextIsSaidOnce() {
        assertThat(new Markdown("Write to <alice@harbour.example>.").text())
                .isEqualTo("Write to alice@harbour.example.");
    }

    @Test
    void paragraphBeginsInTheLineOfItsMarkAndNowhereElse() {
        assertThat(new Markdown("1. Fees\n\n   end.\n\nSee chapter 3.&#32;\n\nIt is short.").text())
                .isEqualTo("1. Fees\n\nend.\n\nSee chapter 3. \n\nIt is short.");
    }

    @Test
    @Timeout(5)
    void textOfTenThousandsOfParagraphsTakesNoTime() {
        assertThat(new Markdown("Fees end.\n\n".repeat(40_000)).text()).endsWith("Fees end.\n\nFees end.");
    }

    @Test
    void characterThatNoTextHasIsShownAsMissing() {
        assertThat(new Markdown("Fees\0 end.").html()).isEqualTo("<p>Fees&#xfffd; end.</p>");
    }
}
