package org.sampan.mailserver.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a server answers to one copy, and to one that it refuses. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReplyReaderBenchmark {
    private static final int COPIES = 100;
    private static final byte[] TAKEN = bytes("250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n354 End data with <CR><LF>.<CR><LF>\r\n"
            + "250 2.0.0 Ok: queued as 4XyZ1234abcd\r\n");
    private static final byte[] REFUSED =
            bytes("250 2.1.0 Ok\r\n550-5.1.1 The account does not exist.\r\n550 5.1.1 Please look again.\r\n");

    @Benchmark
    @OperationsPerInvocation(COPIES)
    public int repliesToACopyThatIsTaken() throws IOException {
        return read(TAKEN, 4);
    }

    @Benchmark
    @OperationsPerInvocation(COPIES)
    public int repliesToACopyThatIsRefused() throws IOException {
        return read(REFUSED, 2);
    }

    private static int read(byte[] replies, int count) throws IOException {
        ReplyReader reader = new ReplyReader(new ByteArrayInputStream(replies));
        int sum = 0;
        for (int i = 0; i < count * COPIES; i++) {
            sum += reader.read(false);
        }
        return sum;
    }

    private static byte[] bytes(String replies) {
        return replies.repeat(COPIES).getBytes(StandardCharsets.US_ASCII);
    }
}
