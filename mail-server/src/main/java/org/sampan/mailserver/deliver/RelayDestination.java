package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.util.Optional;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtp.SmtpClient;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.SmtpServer;
import org.sampan.mailserver.smtp.SmtpServer.Encryption;
import org.sampan.mailserver.smtp.SmtpServer.Login;

/** The relay that takes all mail. */
final class RelayDestination implements Destination {
    private final SmtpClient client;
    private final String host;
    private final int port;
    private final Encryption encryption;
    private final Optional<Login> login;

    RelayDestination(SmtpClient client, String host, Settings.Relay relay) {
        this.client = client;
        this.host = host;
        this.port = relay.port();
        this.encryption = encryption(relay.tls());
        this.login = relay.username().isEmpty()
                ? Optional.empty()
                : Optional.of(new Login(relay.username(), relay.password()));
    }

    @Override
    public String name() {
        return host + ":" + port;
    }

    @Override
    public SmtpConnection connect() throws IOException {
        IOException last = new ConnectException("the relay's name has no address");
        for (InetAddress address : InetAddress.getAllByName(host)) {
            try {
                return client.connect(new SmtpServer(host, address, port, encryption, login));
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    public boolean isOnlyWay() {
        return true;
    }

    private static Encryption encryption(Settings.Tls tls) {
        return switch (tls) {
            case REQUIRED -> Encryption.VERIFIED;
            case OPPORTUNISTIC -> Encryption.OPPORTUNISTIC;
            case OFF -> Encryption.NONE;
        };
    }
}
