package org.sampan.console.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.sampan.console.supervise.PartLog;
import org.sampan.console.terminal.TerminalText;

/** Shows the logs of some parts, once or as they grow. */
public final class Logs {

    /** Every log there may be. */
    public static final List<String> NAMES =
            List.of(Run.SUPERVISOR, Parts.POSTGRES, Parts.MAIL_SERVER, Parts.DIGEST_SERVICE);

    private static final long LOOK_AGAIN_MILLIS = 300;
    private static final int MOST_AT_ONCE = 1 << 20;

    private final List<Followed> logs = new ArrayList<>();
    private final PrintStream out;

    /** @param parts with more than one, each line begins with its part's name */
    public Logs(DataFolder data, List<String> parts, PrintStream out) {
        this.out = out;
        int width = parts.stream().mapToInt(String::length).max().orElse(0);
        for (String part : parts) {
            String prefix = parts.size() > 1 ? part + " ".repeat(width - part.length()) + " | " : "";
            logs.add(new Followed(data.logs().of(part), prefix));
        }
    }

    /** The last lines of each. */
    public void showLast(int lines) {
        logs.forEach(log -> log.showLast(lines));
    }

    /** What is written from now on, until interrupted. */
    public void follow() throws InterruptedException {
        while (!out.checkError()) {
            logs.forEach(Followed::showNew);
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private final class Followed {
        private final PartLog log;
        private final String prefix;
        private long shown;

        Followed(PartLog log, String prefix) {
            this.log = log;
            this.prefix = prefix;
        }

        void showLast(int lines) {
            List<String> last = log.tail(0, lines);
            shown = size();
            last.forEach(this::print);
        }

        void showNew() {
            long size = size();
            if (size < shown) {
                shown = 0; // emptied after it was copied aside
            }
            if (size > shown) {
                byte[] bytes = read((int) Math.min(size - shown, MOST_AT_ONCE));
                int end = endOfLastLine(bytes);
                new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(this::print);
                shown += end;
            }
        }

        /** After the last line break; a line longer than what is read at once is cut. */
        private static int endOfLastLine(byte[] bytes) {
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            return end == 0 && bytes.length == MOST_AT_ONCE ? bytes.length : end;
        }

        private void print(String line) {
            out.println(prefix + TerminalText.of(line).text());
        }

        private long size() {
            try {
                return Files.exists(log.file()) ? Files.size(log.file()) : 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] read(int count) {
            try (RandomAccessFile file = new RandomAccessFile(log.file().toFile(), "r")) {
                byte[] bytes = new byte[count];
                file.seek(shown);
                file.readFully(bytes);
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
