package org.sampan.mailserver.destination;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sampan.mailserver.destination.Destinations.Net;
import org.sampan.mailserver.domain.NameServer;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtp.SmtpClient;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.Timeouts;
import org.sampan.mailserver.smtp.TrustedCertificates;

/** Destinations on the loopback network. */
public final class TestNet implements AutoCloseable {
    /** Long enough for a machine that does much else. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Net net;
    private final SmtpClient client;
    private final Destinations destinations;

    private TestNet(Net net, SmtpClient client, Destinations destinations) {
        this.net = net;
        this.client = client;
        this.destinations = destinations;
    }

    /** @param environment the operator's keys */
    static TestNet of(NameServer names, Path authority, Map<String, String> environment) throws IOException {
        return of(
                net(names, PolicyFetch::wellKnown, Clock.systemUTC()),
                authority,
                environment,
                new RememberedPolicies());
    }

    static TestNet of(Net net, Path authority, Map<String, String> environment, MtaStsPolicies policies)
            throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("SAMPAN_RELAY_TRUST", authority.toString());
        Settings.Relay relay = Settings.from(all).relay();
        TrustedCertificates trusted = TrustedCertificates.of(Optional.of(authority));
        SmtpClient client = new SmtpClient(
                "lists.example", new Timeouts(PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE), trusted);
        return new TestNet(net, client, Destinations.of(relay, client, trusted, policies, net));
    }

    /** Domains' servers listen on a port that is free now on 127.0.0.1. */
    public static Net net(NameServer names, Function<String, URI> policyUrl, Clock clock) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Net(names.resolver(), free.getLocalPort(), policyUrl, clock);
        }
    }

    Destinations destinations() {
        return destinations;
    }

    int port() {
        return net.smtpPort();
    }

    SmtpConnection connect(String domain, boolean encryptedOnly) throws IOException {
        return destinations.of(new RouteName(domain, encryptedOnly)).connect();
    }

    @Override
    public void close() {
        client.close();
    }
}
