package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.inject.Inject;
import org.sampan.mailserver.deliver.DeliveryEngine.EngineParts;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.delivery.DeliveryBatches;
import org.sampan.mailserver.delivery.HaltedDeliveries;
import org.sampan.mailserver.delivery.JdbcSendingDays;
import org.sampan.mailserver.delivery.NodeName;
import org.sampan.mailserver.delivery.Refusals;
import org.sampan.mailserver.destination.Destinations;
import org.sampan.mailserver.destination.Destinations.Net;
import org.sampan.mailserver.destination.JdbcMtaStsPolicies;
import org.sampan.mailserver.dkim.DkimKeys;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtp.SmtpClient;
import org.sampan.mailserver.smtp.Timeouts;
import org.sampan.mailserver.smtp.TrustedCertificates;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.Secrets;

/** Puts the engine together as the operator wants it: all to a relay, or straight to each domain's servers. */
public final class EngineBuilder {
    /** Copies in memory beyond which no more batches are claimed. */
    private static final int AHEAD_FOR_RELAY = 1500;

    private static final int AHEAD_FOR_DOMAINS = 10_000;
    private static final int CONNECTIONS_TO_DOMAINS = 256;

    private final Settings settings;
    private final Database database;
    private final Deliveries deliveries;
    private final DeliveryBatches batches;
    private final HaltedDeliveries halted;
    private final Secrets secrets;
    private final SigningKey key;
    private final DkimKeys dkim;
    private final Set<Refusals> listeners;

    @Inject
    public EngineBuilder(
            Settings settings,
            Database database,
            Deliveries deliveries,
            DeliveryBatches batches,
            HaltedDeliveries halted,
            Secrets secrets,
            SigningKey key,
            DkimKeys dkim,
            Set<Refusals> listeners) {
        this.settings = settings;
        this.database = database;
        this.deliveries = deliveries;
        this.batches = batches;
        this.halted = halted;
        this.secrets = secrets;
        this.key = key;
        this.dkim = dkim;
        this.listeners = listeners;
    }

    public DeliveryEngine build() {
        return build(Surroundings.real(), node());
    }

    DeliveryEngine build(Surroundings surroundings, NodeName node) {
        Clock clock = surroundings.net().clock();
        SmtpClient client = new SmtpClient(settings.smtp().hostname(), surroundings.timeouts(), trusted());
        Destinations destinations = Destinations.of(
                settings.relay(), client, trusted(), new JdbcMtaStsPolicies(database), surroundings.net());
        boolean relayed = destinations.areRelays();
        Semaphore calls = new Semaphore(0);
        Leases leases = new Leases(relayed ? AHEAD_FOR_RELAY : AHEAD_FOR_DOMAINS, calls::release);
        OutcomeRecorder outcomes = new OutcomeRecorder(batches, node, listeners, clock, leases, journal(node));
        int connections = settings.delivery().connections();
        Senders senders = new Senders(relayed ? connections : CONNECTIONS_TO_DOMAINS, outcomes, clock);
        Parking parking = new Parking(batches, leases, calls::release);
        Paces paces = new Paces(settings);
        RouteTable routes = new RouteTable(
                copy -> destinations.routeTo(
                        copy.recipient().email(), copy.message().stored().encryptedOnly()),
                name -> new Route(destinations.of(name), paces.of(name), senders, outcomes, parking::call));
        WarmUp warmUp = new WarmUp(new JdbcSendingDays(database), clock, settings.delivery());
        Halts halts = new Halts(halted, routes, leases);
        DeliverBatches deliver =
                new DeliverBatches(batches, node, messages(), routes, outcomes, leases, halts, parking, warmUp);
        Housekeeping housekeeping = new Housekeeping(
                leases, batches, node, deliveries, settings.delivery().keep());
        return new DeliveryEngine(
                database,
                batches,
                node,
                new EngineParts(
                        deliver, routes, senders, outcomes, leases, halts, parking, housekeeping, client, calls));
    }

    private PreparedMessages messages() {
        return new PreparedMessages(batches, key, new Signing(dkim, settings.domain()));
    }

    private TrustedCertificates trusted() {
        try {
            return TrustedCertificates.of(settings.relay().trust());
        } catch (IOException e) {
            throw new UncheckedIOException("relay.trust cannot be used", e);
        }
    }

    private SentJournal journal(NodeName node) {
        Path file = settings.data().resolve("delivery").resolve(node.installation() + ".journal");
        long ledger = ByteBuffer.wrap(secrets.named("ledger")).getLong();
        try {
            return SentJournal.open(file, ledger);
        } catch (IOException e) {
            throw new UncheckedIOException("what was sent cannot be noted in " + file, e);
        }
    }

    /** The installation keeps its name in the data folder; the process gets a new one. */
    private NodeName node() {
        Path file = settings.data().resolve("node");
        try {
            Files.createDirectories(settings.data());
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString(), StandardCharsets.US_ASCII);
            }
            return new NodeName(
                    Files.readString(file, StandardCharsets.US_ASCII).strip(),
                    UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the node's name cannot be kept in " + file, e);
        }
    }

    /** What the engine meets outside. */
    record Surroundings(Timeouts timeouts, Net net) {
        static Surroundings real() {
            return new Surroundings(Timeouts.STANDARD, Net.internet());
        }
    }
}
