package org.sampan.mailserver.bench;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.bench.CountingReceiver.Delay;
import org.sampan.mailserver.settings.Settings.Sign;

/**
 * What to measure.
 *
 * @param size of the post in bytes
 * @param batch the same copy for everybody, up to 100 recipients a transaction
 * @param dkim what each copy is signed with
 * @param delay of each reply of the built-in receiver
 * @param chunking whether the built-in receiver offers CHUNKING
 * @param receiver one to use instead of the built-in one
 * @param warmUps sent before anything is measured
 * @param runs measured
 * @param inPlace in the very database that is named, which is empty and thrown away; else in one beside it
 * @param json nothing but JSON is printed
 */
record BenchOptions(
        int recipients,
        int size,
        boolean batch,
        Sign dkim,
        Delay delay,
        boolean chunking,
        Optional<InetSocketAddress> receiver,
        int connections,
        int warmUps,
        int runs,
        boolean inPlace,
        boolean json) {
    static final String USAGE = """
            fan-out [--recipients N] [--size BYTES] [--dkim rsa|ed25519|both|none]
                    [--batch] [--delay MIN:MAX] [--chunking] [--receiver HOST:PORT] [--connections N]
                    [--warm-ups N] [--runs N]
            One post to N subscribers in N/20 domains; delay in milliseconds; --receiver sends to a receiver of
            yours and measures what a bare client reaches there, as the floor.""";

    /** @throws IllegalArgumentException naming the option that is not sound */
    static BenchOptions parse(List<String> arguments) {
        Parser parser = new Parser();
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            parser.take(words.next(), words);
        }
        return parser.options();
    }

    /** Reads the command line. */
    private static final class Parser {
        private int recipients = 10_000;
        private int size = 10_000;
        private boolean batch;
        private Sign dkim = Sign.NONE;
        private Delay delay = Delay.NONE;
        private boolean chunking;
        private Optional<InetSocketAddress> receiver = Optional.empty();
        private int connections = 32;
        private int warmUps = 5;
        private int runs = 5;
        private boolean inPlace;
        private boolean json;

        void take(String option, Iterator<String> words) {
            switch (option) {
                case "--recipients" -> recipients = number(option, words, 1, 10_000_000);
                case "--size" -> size = number(option, words, 500, 50_000_000);
                case "--dkim" -> dkim = sign(value(option, words));
                case "--batch" -> batch = true;
                case "--delay" -> delay = delay(value(option, words));
                case "--chunking" -> chunking = true;
                case "--receiver" -> receiver = Optional.of(address(value(option, words)));
                case "--connections" -> connections = number(option, words, 1, 512);
                case "--warm-ups" -> warmUps = number(option, words, 0, 1000);
                case "--runs" -> runs = number(option, words, 1, 1000);
                case "--in-place" -> inPlace = true;
                case "--json" -> json = true;
                default -> throw new IllegalArgumentException("unknown option " + option + "\n" + USAGE);
            }
        }

        BenchOptions options() {
            return new BenchOptions(
                    recipients,
                    size,
                    batch,
                    dkim,
                    delay,
                    chunking,
                    receiver,
                    connections,
                    warmUps,
                    runs,
                    inPlace,
                    json);
        }

        private static String value(String option, Iterator<String> words) {
            if (!words.hasNext()) {
                throw new IllegalArgumentException(option + ": a value is missing\n" + USAGE);
            }
            return words.next();
        }

        private static int number(String option, Iterator<String> words, int least, int most) {
            String text = value(option, words);
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // said below, together with what is out of range
            }
            throw new IllegalArgumentException(option + ": a number from " + least + " to " + most + ", not " + text);
        }

        private static Sign sign(String text) {
            return Arrays.stream(Sign.values())
                    .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("--dkim: one of none, rsa, ed25519, both, not " + text));
        }

        private static Delay delay(String text) {
            if (!text.matches("\\d{1,5}:\\d{1,5}")) {
                throw new IllegalArgumentException("--delay: MIN:MAX in milliseconds, not " + text);
            }
            String[] parts = text.split(":", -1);
            Delay delay = new Delay(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            if (delay.least() > delay.most()) {
                throw new IllegalArgumentException("--delay: the first number must not be the larger one: " + text);
            }
            return delay;
        }

        private static InetSocketAddress address(String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
                throw new IllegalArgumentException("--receiver: HOST:PORT, not " + text);
            }
            return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        }
    }
}
