package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.util.Optional;
import org.sampan.mailserver.smtp.SmtpClient;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.SmtpServer;
import org.sampan.mailserver.smtp.SmtpServer.Encryption;
import org.xbill.DNS.Name;

/** The servers of one domain, each address of each host in turn until one talks to us. */
final class DomainDestination implements Destination {
    private final String domain;
    private final MailHosts hosts;
    private final SmtpClient client;
    private final int port;

    /** @param port 25 but in tests */
    DomainDestination(String domain, MailHosts hosts, SmtpClient client, int port) {
        this.domain = domain;
        this.hosts = hosts;
        this.client = client;
        this.port = port;
    }

    @Override
    public String name() {
        return domain;
    }

    @Override
    public SmtpConnection connect() throws IOException {
        IOException last = new ConnectException("none of its mail hosts has an address");
        for (Name host : hosts.of(domain)) {
            for (InetAddress address : hosts.addresses(host)) {
                try {
                    return client.connect(new SmtpServer(
                            host.toString(true), address, port, Encryption.OPPORTUNISTIC, Optional.empty()));
                } catch (IOException e) {
                    last = e;
                }
            }
        }
        throw last;
    }

    @Override
    public boolean isOnlyWay() {
        return false;
    }
}
