package org.sampan.mailserver.smtpserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.protocols.lib.netty.AbstractConfigurableAsyncServer;
import org.apache.james.smtpserver.netty.SMTPServerFactory;
import org.sampan.mailserver.admin.HealthPart;

/** Every port greets. */
final class SmtpHealth implements HealthPart {
    private static final int PATIENCE_MILLIS = 3_000;

    private final SMTPServerFactory servers;

    @Inject
    SmtpHealth(SMTPServerFactory servers) {
        this.servers = servers;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public void check() throws IOException {
        for (AbstractConfigurableAsyncServer server : servers.getServers()) {
            List<InetSocketAddress> listening = server.getListenAddresses();
            if (listening.isEmpty()) {
                throw new IOException("a port does not listen yet");
            }
            greet(listening.get(0));
        }
    }

    private static void greet(InetSocketAddress listening) throws IOException {
        InetAddress address =
                listening.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listening.getAddress();
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(address, listening.getPort()), PATIENCE_MILLIS);
            String greeting = new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII);
            if (!"220 ".equals(greeting)) {
                throw new IOException("port " + listening.getPort() + " greets with '" + greeting + "'");
            }
        }
    }
}
