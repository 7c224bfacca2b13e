package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.delivery.Recipient;
import org.sampan.mailserver.delivery.StoredMessage;
import org.sampan.mailserver.dkim.DkimKeys;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.settings.Settings;

/** One reader's copy of a text post of 10 kB, from the reader to the last byte. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RendererBenchmark {
    private static final String MARKER = "k7Qm2xWp9ZrT4bYc";
    private static final String LINE =
            "The boat to the other bank leaves at six in the morning, and again at noon.\r\n";

    /** What the copy is signed with. */
    @Param({"none", "rsa", "ed25519"})
    public String dkim = "none";

    private Optional<PreparedMessage> message = Optional.empty();
    private int reader;

    @Setup
    public void prepare() throws IOException {
        Path data = Files.createTempDirectory("sampan-benchmark");
        DkimKeys keys = DkimKeys.of(Settings.from(Map.of("SAMPAN_DATA", data.toString(), "SAMPAN_DKIM_SIGN", dkim)));
        byte[] text = ("From: <alice@harbour.example>\r\nTo: <news@lists.example>\r\nSubject: Boats\r\n"
                        + "List-Unsubscribe: <http://localhost/leave/" + MARKER + "L>\r\n"
                        + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\n" + LINE.repeat(125)
                        + "-- \r\nLeave: http://localhost/leave/" + MARKER + "L\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Outgoing outgoing =
                new Outgoing("news-bounces+" + MARKER + "V@lists.example", MARKER, Map.of("", text), "", Instant.MAX);
        message = Optional.of(new PreparedMessage(
                new StoredMessage(1, Optional.empty(), 1, Optional.empty(), false, false, "en", outgoing),
                new SigningKey(new byte[32]),
                keys.keys()));
    }

    @Benchmark
    public void copy(Blackhole wire) throws IOException {
        PreparedMessage prepared = message.orElseThrow();
        Recipient recipient =
                new Recipient(++reader, new EmailAddress("reader" + reader + "@domain.example"), "", false);
        Variant variant = prepared.variantFor(recipient);
        CopyValues values = variant.signed(prepared.values(recipient));
        wire.consume(prepared.sender(values));
        variant.text().writeStuffed(values, wire::consume);
    }
}
