package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sampan.digest.collect.HostileReading.rss;
import static org.sampan.digest.collect.HostileReading.source;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.Source;

/** Servers that hang, drip, flood, lead astray and inside. What becomes of their sources: {@link CollectSourceTest}. */
class HostileServersTest {

    private final HostileServer server = new HostileServer();
    private final HostileReading hostile = new HostileReading(server);

    @AfterEach
    void stop() {
        hostile.close();
        server.close();
    }

    @Test
    void serverThatNeverAnswersIsGivenUp() {
        server.on("/feed", exchange -> server.hang());

        assertThat(hostile.problem("/feed")).contains("timed out");
    }

    @Test
    void serverThatDripsForEverIsGivenUpAfterTheWholeTimeRedirectsCounted() {
        server.redirect("/moved", 302, "/feed").on("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            server.drip(exchange.getResponseBody());
        });

        assertThat(hostile.problem("/moved")).isEqualTo("took longer than 1 seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void feedThatIsTooLargeOrUnpacksToBeIsRefusedBeforeItFillsTheMemory(String encoding) {
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", encoding);
            exchange.sendResponseHeaders(200, 0);
            flood(
                    encoding.equals("gzip")
                            ? new GZIPOutputStream(exchange.getResponseBody())
                            : exchange.getResponseBody());
        });

        assertThat(hostile.problem("/feed")).isEqualTo("larger than 8 MB");
    }

    /** Without end: whoever waited for that would run out of patience. */
    private static void flood(OutputStream out) {
        byte[] nothing = new byte[1024 * 1024];
        try (out) {
            while (true) {
                out.write(nothing);
            }
        } catch (IOException readerWentAway) {
            // As hoped.
        }
    }

    @Test
    void moveForGoodIsToldAsFarAsAllOfTheWayIsForGood() throws Exception {
        server.on("/feed", rss(""))
                .redirect("/old", 301, "/newer")
                .redirect("/newer", 308, "/feed")
                .redirect("/today", 302, "/feed")
                .redirect("/half", 301, "/today")
                .redirect("/later", 302, "/old");

        assertThat(hostile.fetch("/old").movedTo()).contains(server.at("/feed"));
        assertThat(hostile.fetch("/today").movedTo()).isEmpty();
        assertThat(hostile.fetch("/half").movedTo()).contains(server.at("/today"));
        assertThat(hostile.fetch("/later").movedTo()).isEmpty();
    }

    @Test
    void redirectsThatGoRoundLeadNowhereOrLeaveTheWebAreGivenUp() {
        server.redirect("/round", 302, "/round")
                .redirect("/a", 301, "/b")
                .redirect("/b", 301, "/a")
                .redirect("/file", 302, "file:///etc/passwd")
                .on("/nowhere", exchange -> exchange.sendResponseHeaders(302, -1));
        IntStream.range(0, 9).forEach(hop -> server.redirect("/hop" + hop, 302, "/hop" + (hop + 1)));

        assertThat(List.of("/round", "/a", "/file", "/nowhere", "/hop0"))
                .allSatisfy(path -> assertThat(hostile.problem(path)).isNotBlank());
        assertThat(server.asked("/hop9")).isZero();
    }

    /** {@code outside.example} stands for a server of the open internet; all other names are judged as they always are. */
    private HttpFeeds judging(AtomicInteger asked, int outsideFor) {
        DnsResolver judge = new PublicAddresses(false);
        return HostileReading.feeds(new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                boolean outside = host.equals("outside.example") && asked.incrementAndGet() <= outsideFor;
                return outside
                        ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                        : judge.resolve(host.equals("outside.example") ? "127.0.0.1" : host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });
    }

    @Test
    void redirectToAPrivateAddressIsRefusedBeforeItIsAsked() {
        server.on("/secret", rss(""))
                .redirect("/feed", 301, server.at("/secret").toString())
                .redirect("/named", 302, server.at("localhost", "/secret").toString());
        try (HttpFeeds careful = judging(new AtomicInteger(), 9)) {
            for (String path : List.of("/feed", "/named")) {
                assertThat(catchThrowableOfType(
                                FeedProblem.class, () -> careful.fetch(source(server.at("outside.example", path)))))
                        .hasMessageContaining("is a loopback or private address");
            }
        }
        assertThat(server.asked("/secret")).isZero();
    }

    @Test
    void nameIsAskedOnceForEachConnectionAndTheAddressJudgedIsTheOneConnectedTo() throws Exception {
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, -1);
        });
        AtomicInteger asked = new AtomicInteger();
        Source rebinding = source(server.at("outside.example", "/feed"));
        try (HttpFeeds careful = judging(asked, 1)) {
            assertThat(careful.fetch(rebinding)).isInstanceOf(Fetched.Body.class);
            assertThat(asked).hasValue(1);

            assertThat(catchThrowableOfType(FeedProblem.class, () -> careful.fetch(rebinding)))
                    .hasMessageContaining("is a loopback or private address");
        }
        assertThat(server.asked("/feed")).isEqualTo(1);
    }

    @Test
    void serverThatSaysNothingHasChangedToWhoeverAsksTheFirstTimeIsNotBelieved() {
        server.on("/page", exchange -> exchange.sendResponseHeaders(304, -1));

        assertThat(catchThrowableOfType(FeedProblem.class, () -> hostile.whole("/page")))
                .hasMessageContaining("answered 304");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y\r\n", "x"})
    void headOfAnAnswerThatNeverEndsIsGivenUpBeforeItFillsTheMemory(String again) throws Exception {
        try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread endless = new Thread(() -> answerWithoutEnd(raw, again));
            endless.setDaemon(true);
            endless.start();
            try (HttpFeeds patient = new HttpFeeds(
                    new Settings.Collecting("Sampan/test", true, Optional.empty(), Optional.empty(), List.of()),
                    Clock.systemUTC())) {
                assertThat(catchThrowableOfType(
                                FeedProblem.class,
                                () -> patient.fetch(source(URI.create("http://127.0.0.1:" + raw.getLocalPort())))))
                        .hasMessageContaining("exceeded");
            }
        }
    }

    private static void answerWithoutEnd(ServerSocket raw, String again) {
        try (Socket one = raw.accept();
                OutputStream out = one.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            byte[] more = again.repeat(10_000).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(more);
            }
        } catch (IOException readerWentAway) {
            // As hoped.
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://", "http:///x", "//", "http://:99999/", "http://[bad/", "http://a b/", "?%zz", "\\\\x\\y"
            })
    void redirectToWhatIsNoAddressIsAProblemOfItsSourceAndNoMore(String to) {
        server.redirect("/feed", 302, to);

        assertThat(hostile.problem("/feed")).isNotBlank();
    }
}
