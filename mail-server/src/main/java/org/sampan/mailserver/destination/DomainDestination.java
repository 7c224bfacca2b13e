package org.sampan.mailserver.destination;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.util.Optional;
import org.sampan.mailserver.smtp.NoEncryptionException;
import org.sampan.mailserver.smtp.SmtpClient;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.SmtpServer;
import org.sampan.mailserver.smtp.SmtpServer.Encryption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Name;

/** The servers of one domain, each address of each host in turn until one talks to us. */
final class DomainDestination implements Destination {
    private static final Logger LOGGER = LoggerFactory.getLogger(DomainDestination.class);

    private final RouteName route;
    private final MailHosts hosts;
    private final MtaSts mtaSts;
    private final SmtpClient client;
    private final int port;

    /** @param port 25 but in tests */
    DomainDestination(RouteName route, MailHosts hosts, MtaSts mtaSts, SmtpClient client, int port) {
        this.route = route;
        this.hosts = hosts;
        this.mtaSts = mtaSts;
        this.client = client;
        this.port = port;
    }

    @Override
    public String name() {
        return route.domain();
    }

    @Override
    public SmtpConnection connect() throws IOException {
        IOException last = new ConnectException("none of its mail hosts has an address");
        Optional<MtaStsPolicy> policy = Optional.empty();
        boolean asked = false;
        for (Name host : hosts.of(route.domain())) {
            if (!asked) {
                policy = mtaSts.of(route.domain());
                asked = true;
            }
            String name = host.toString(true);
            try {
                Encryption encryption = encryption(name, policy);
                for (InetAddress address : hosts.addresses(host)) {
                    try {
                        return client.connect(new SmtpServer(name, address, port, encryption, Optional.empty()));
                    } catch (IOException e) {
                        last = e;
                    }
                }
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    public boolean isOnlyWay() {
        return false;
    }

    @Override
    public boolean avoid(SmtpServer server) {
        return false;
    }

    private Encryption encryption(String host, Optional<MtaStsPolicy> policy) throws NoEncryptionException {
        Encryption otherwise = route.encryptedOnly() ? Encryption.REQUIRED : Encryption.OPPORTUNISTIC;
        if (policy.isEmpty()) {
            return otherwise;
        }
        if (!policy.get().allows(host)) {
            if (policy.get().mode() == MtaStsPolicy.Mode.ENFORCE) {
                throw new NoEncryptionException(
                        "the policy of " + route.domain() + " (MTA-STS) does not name its mail host " + host);
            }
            LOGGER.info("event=mta-sts-testing domain={} host={} reason=\"not named\"", route.domain(), host);
        }
        return policy.get().mode() == MtaStsPolicy.Mode.ENFORCE ? Encryption.VERIFIED : otherwise;
    }
}
