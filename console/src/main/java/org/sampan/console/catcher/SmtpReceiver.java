package org.sampan.console.catcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** Takes every mail that comes to a port of the loopback address. */
final class SmtpReceiver implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 200;
    private static final int LARGEST = 64 << 20;

    private final SMTPServer server;

    /** @param port 0 for any free one */
    SmtpReceiver(int port, CaughtMails mails) {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("catcher.localhost")
                .softwareName("Sampan demo catcher")
                .maxConnections(MOST_CONNECTIONS)
                .maxMessageSize(LARGEST)
                .messageHandlerFactory(context -> new Delivery(mails))
                .build();
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One transaction: MAIL, RCPT …, DATA. */
    private static final class Delivery implements MessageHandler {

        private final CaughtMails mails;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Delivery(CaughtMails mails) {
            this.mails = mails;
        }

        @Override
        public void from(String address) {
            sender = address;
        }

        @Override
        public void recipient(String address) {
            recipients.add(address);
        }

        @Override
        public @Nullable String data(InputStream message) throws IOException {
            return "caught as " + mails.add(sender, recipients, message).id();
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
