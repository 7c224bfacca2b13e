package org.sampan.mailserver.deliver;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sampan.mailserver.deliver.EngineBuilder.Surroundings;
import org.sampan.mailserver.delivery.JdbcDeliveries;
import org.sampan.mailserver.delivery.JdbcDeliveryBatches;
import org.sampan.mailserver.delivery.JdbcHaltedDeliveries;
import org.sampan.mailserver.delivery.NodeName;
import org.sampan.mailserver.delivery.Refusals;
import org.sampan.mailserver.destination.Destinations.Net;
import org.sampan.mailserver.dkim.DkimKeys;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtp.Timeouts;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.Secrets;

/** Engines on a real database that send to a relay on the loopback address, with short time-outs. */
final class EngineUnderTest {
    static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final Timeouts PATIENT = new Timeouts(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2));
    static final Timeouts SHORT = new Timeouts(
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMillis(500));

    private final Database database;
    private final DkimKeys dkim;
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    EngineUnderTest(Database database) {
        this(database, DkimKeys.none());
    }

    EngineUnderTest(Database database, DkimKeys dkim) {
        this.database = database;
        this.dkim = dkim;
    }

    /** Person and reply of each refusal that was told. */
    List<String> refusals() {
        return refusals;
    }

    DeliveryEngine engine(int relayPort, int connections) {
        return engine(relayPort, connections, UUID.randomUUID().toString());
    }

    DeliveryEngine engine(int relayPort, int connections, Timeouts timeouts) {
        return engine(
                toRelay(relayPort, connections),
                new Surroundings(timeouts, Net.internet()),
                UUID.randomUUID().toString());
    }

    /** @param installation engines of one name share a journal, as processes after each other do */
    DeliveryEngine engine(int relayPort, int connections, String installation) {
        return engine(toRelay(relayPort, connections), new Surroundings(SHORT, Net.internet()), installation);
    }

    /** @param environment the operator's keys that matter; the data folder is set already */
    DeliveryEngine engine(Map<String, String> environment, Net net) {
        return engine(
                environment, new Surroundings(PATIENT, net), UUID.randomUUID().toString());
    }

    private DeliveryEngine engine(Map<String, String> environment, Surroundings surroundings, String installation) {
        Refusals listener = (copy, reply) -> refusals.add(copy.person() + " " + reply);
        Map<String, String> all = new HashMap<>(environment);
        all.put("SAMPAN_DATA", "target/engine");
        Settings settings = Settings.from(all);
        return new EngineBuilder(
                        settings,
                        database,
                        new JdbcDeliveries(database),
                        new JdbcDeliveryBatches(database, settings),
                        new JdbcHaltedDeliveries(database),
                        new Secrets(database),
                        KEY,
                        dkim,
                        Set.of(listener))
                .build(
                        surroundings,
                        new NodeName(installation, UUID.randomUUID().toString()));
    }

    private static Map<String, String> toRelay(int relayPort, int connections) {
        return Map.of(
                "SAMPAN_RELAY_HOST",
                "127.0.0.1",
                "SAMPAN_RELAY_PORT",
                Integer.toString(relayPort),
                "SAMPAN_DELIVERY_CONNECTIONS",
                Integer.toString(connections));
    }
}
