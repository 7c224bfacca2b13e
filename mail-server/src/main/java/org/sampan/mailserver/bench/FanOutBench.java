package org.sampan.mailserver.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.admin.Json;

/**
 * {@code ./sampan bench fan-out}: how fast a whole server on this machine brings one post to many. Reads the database's address from
 * {@code SAMPAN_*} as the server does, makes a database of its own beside it and drops it. Prints a table, and JSON as the last line.
 */
public final class FanOutBench {
    private FanOutBench() {}

    public static void main(String[] arguments) throws Exception {
        try {
            BenchOptions options = BenchOptions.parse(Arrays.asList(arguments));
            BenchReport report = measure(options, System.getenv());
            if (!options.json()) {
                System.out.print(report.table());
            }
            System.out.println(new Json().write(report));
            System.exit(0);
        } catch (IllegalArgumentException e) {
            System.err.println("sampan: " + e.getMessage());
            System.exit(2);
        } catch (Exception failure) {
            // The server's threads would keep this process for ever.
            failure.printStackTrace();
            System.exit(1);
        }
    }

    /** @param environment where the database is, as the server reads it */
    static BenchReport measure(BenchOptions options, Map<String, String> environment) throws Exception {
        if (options.receiver().isPresent()) {
            return measure(options, environment, options.receiver().get(), Optional.empty());
        }
        try (CountingReceiver receiver = new CountingReceiver(options.delay(), options.chunking())) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), receiver.port());
            return measure(options, environment, address, Optional.of(receiver));
        }
    }

    private static BenchReport measure(
            BenchOptions options,
            Map<String, String> environment,
            InetSocketAddress relay,
            Optional<CountingReceiver> receiver)
            throws Exception {
        List<BenchResult> results = new ArrayList<>();
        double importPerSecond;
        try (BenchServer server = BenchServer.start(options, environment, relay)) {
            importPerSecond =
                    options.recipients() * 1e3 / Math.max(1, server.importTime().toMillis());
            Measurement measurement = new Measurement(options, server, receiver);
            for (int run = 0; run < options.warmUps(); run++) {
                measurement.run(run);
            }
            for (int run = 0; run < options.runs(); run++) {
                results.add(measurement.run(options.warmUps() + run));
            }
        }
        Optional<Long> floor = receiver.isPresent()
                ? Optional.empty()
                : Optional.of(Math.round(Floor.measure(relay, options.recipients(), options.size(), 32)));
        return BenchReport.of(options, Math.round(importPerSecond), results, floor);
    }
}
