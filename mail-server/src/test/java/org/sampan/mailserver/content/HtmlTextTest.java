package org.sampan.mailserver.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class HtmlTextTest {
    @Test
    void pageReadsAsAMailDoes() {
        assertThat(text("<html><head><title>t</title><style>p{}</style></head><body><h1>Wages</h1>"
                        + "<p>Two  spaces\n and a <b>word</b>.<br>Next line</p><ul><li>one</li><li>two</li></ul>"
                        + "<blockquote><p>quoted</p><p>more</p></blockquote>"
                        + "<p><a href='https://harbour.example/a'>Read</a> <a href='https://b.example'>https://b.example</a></p>"
                        + "<script>alert(1)</script></body></html>"))
                .isEqualTo("""
                        Wages

                        Two spaces and a word.
                        Next line

                        - one
                        - two

                        > quoted

                        > more

                        Read <https://harbour.example/a> https://b.example""");
    }

    @Test
    void cellsStandSideBySide() {
        assertThat(text("<table><tr><td>Boat</td><td>Wage</td></tr><tr><td>A</td><td>100</td></tr></table>"))
                .isEqualTo("Boat  Wage\nA  100");
    }

    @Test
    void addressThatRunsAScriptIsNotTold() {
        assertThat(text("<a href='javascript:alert(1)'>click</a>")).isEqualTo("click");
        assertThat(text("<p> </p><img src=x>")).isEmpty();
    }

    private static String text(String html) {
        return HtmlText.of(Jsoup.parse(html));
    }
}
