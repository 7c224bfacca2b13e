package org.sampan.mailserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.sampan.mailserver.settings.Settings;

/** The server's main class for tests of weeks: its clock is ahead by what a file in the data folder says. */
public final class ServerWithClock {
    private ServerWithClock() {}

    /** From now on that server's clock is so much ahead. */
    public static void setAhead(Path data, Duration ahead) throws IOException {
        Path written = Files.writeString(data.resolve("ahead.new"), ahead.toString());
        Files.move(written, data.resolve("ahead"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.from(System.getenv());
        MailServer server =
                MailServer.start(settings, new ClockAhead(settings.data().resolve("ahead")));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
    }

    private static final class ClockAhead extends Clock {
        private final Path file;

        ClockAhead(Path file) {
            this.file = file;
        }

        @Override
        public Instant instant() {
            try {
                return Instant.now().plus(Duration.parse(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("a test's clock is in UTC");
        }
    }
}
