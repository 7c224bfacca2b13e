package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.collect.HostileReading.item;
import static org.sampan.digest.collect.HostileReading.rss;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds whose letters are other than they or their servers say. */
class HostileCharsetsTest {
    private static final Charset THAI = Charset.forName("windows-874");

    private final HostileServer server = new HostileServer();
    private final HostileReading hostile = new HostileReading(server);

    @AfterEach
    void stop() {
        hostile.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/rss+xml; charset=ISO-8859-1",
                "text/xml; charset=US-ASCII",
                "text/xml",
                "text/html",
                "image/png",
                "nonsense; charset=nonsense",
            })
    void typeAndCharsetThatTheServerMakesUpAreNotBelieved(String type) throws Exception {
        server.on("/plain", type, rss(""), StandardCharsets.UTF_8)
                .on(
                        "/marked",
                        type,
                        "\ufeff  \n<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + rss(""),
                        StandardCharsets.UTF_8)
                .on("/wide", type, "\ufeff" + rss(""), StandardCharsets.UTF_16LE)
                .on("/thai", type, "<?xml version=\"1.0\" encoding=\"windows-874\"?>" + rss(""), THAI);

        for (String path : List.of("/plain", "/marked", "/wide", "/thai")) {
            assertThat(hostile.read(path).title()).as(path).isEqualTo("ข่าว");
        }
    }

    @Test
    void feedMayChangeItsCharsetFromOneTimeToTheNext() throws Exception {
        server.on("/feed", "text/xml; charset=windows-874", rss(""), THAI);
        assertThat(hostile.read("/feed").title()).isEqualTo("ข่าว");

        server.on("/feed", "text/xml; charset=windows-874", rss(""), StandardCharsets.UTF_8);
        assertThat(hostile.read("/feed").title()).isEqualTo("ข่าว");
    }

    @Test
    void lettersCutInTheMiddleAndCharactersThatXmlForbidsSpoilNothingElse() throws Exception {
        server.on("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write(rss(item("แถลงการณ์ของคนงานท่าเรือ\u000b", "<guid>1</guid>"))
                    .replace("</rss>", "")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(new byte[] {'<', '!', '-', '-', (byte) 0xe0, (byte) 0xb8, '-', '-', '>'});
            out.write("</rss>".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(hostile.read("/feed").items().get(0).title()).isEqualTo("แถลงการณ์ของคนงานท่าเรือ");
    }
}
