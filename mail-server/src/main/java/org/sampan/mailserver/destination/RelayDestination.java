package org.sampan.mailserver.destination;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.settings.Settings.RelayHost;
import org.sampan.mailserver.settings.Settings.Tls;
import org.sampan.mailserver.smtp.Login;
import org.sampan.mailserver.smtp.NoEncryptionException;
import org.sampan.mailserver.smtp.SmtpClient;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.SmtpServer;
import org.sampan.mailserver.smtp.SmtpServer.Encryption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The relays that take all mail, each its share; where one fails, another takes its place. */
final class RelayDestination implements Destination {
    private static final Logger LOGGER = LoggerFactory.getLogger(RelayDestination.class);

    private final SmtpClient client;
    private final Settings.Relay relay;
    private final RelayTurns turns;
    private final Encryption encryption;

    RelayDestination(SmtpClient client, Settings.Relay relay, RelayTurns turns, boolean encryptedOnly) {
        this.client = client;
        this.relay = relay;
        this.turns = turns;
        this.encryption = encryption(relay, encryptedOnly);
    }

    @Override
    public String name() {
        List<RelayHost> hosts = relay.hosts();
        return hosts.size() == 1 ? hosts.get(0).name() + ":" + hosts.get(0).port() : hosts.size() + " relays";
    }

    @Override
    public SmtpConnection connect() throws IOException {
        IOException last = new ConnectException("there is no relay");
        for (RelayHost host : turns.next()) {
            try {
                return connect(host);
            } catch (IOException e) {
                turns.failed(host);
                last = e instanceof NoEncryptionException ? e : new IOException(host.name() + ": " + e.getMessage(), e);
                if (relay.hosts().size() > 1) {
                    LOGGER.warn("event=relay-failed relay={} reason=\"{}\"", host.name(), e.getMessage());
                }
            }
        }
        throw last;
    }

    @Override
    public boolean isOnlyWay() {
        return true;
    }

    @Override
    public boolean avoid(SmtpServer server) {
        return relay.hosts().stream()
                .filter(it -> it.name().equals(server.name()) && it.port() == server.port())
                .findFirst()
                .map(turns::failed)
                .orElse(false);
    }

    private SmtpConnection connect(RelayHost host) throws IOException {
        Optional<Login> login = login();
        IOException last = new ConnectException("the relay's name has no address");
        for (InetAddress address : InetAddress.getAllByName(host.name())) {
            try {
                return client.connect(new SmtpServer(host.name(), address, host.port(), encryption, login));
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private Optional<Login> login() throws IOException {
        if (relay.username().isEmpty()) {
            return Optional.empty();
        }
        if (relay.tokenFile().isPresent()) {
            String token = new TokenFile(relay.tokenFile().get()).read();
            return Optional.of(new Login.Token(relay.username(), token));
        }
        return Optional.of(new Login.Password(relay.username(), relay.password()));
    }

    private static Encryption encryption(Settings.Relay relay, boolean encryptedOnly) {
        if (relay.implicitTls()) {
            return Encryption.IMPLICIT;
        }
        boolean secret = !relay.username().isEmpty();
        if (relay.tls() == Tls.REQUIRED || secret && (relay.tls() == Tls.OPPORTUNISTIC || encryptedOnly)) {
            // A password is told to nobody who cannot prove to be the relay.
            return Encryption.VERIFIED;
        }
        if (encryptedOnly) {
            return Encryption.REQUIRED;
        }
        return relay.tls() == Tls.OFF ? Encryption.NONE : Encryption.OPPORTUNISTIC;
    }
}
