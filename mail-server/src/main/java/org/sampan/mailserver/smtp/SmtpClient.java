package org.sampan.mailserver.smtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.sampan.mailserver.smtp.SmtpServer.Encryption;

/** Opens connections to mail servers, up to where mail can be handed over. Safe for many threads. */
public final class SmtpClient implements AutoCloseable {
    private final String hostname;
    private final Timeouts timeouts;
    private final Deadlines deadlines;
    private final Encrypting encrypting;

    /** @param hostname what we call ourselves in EHLO */
    public SmtpClient(String hostname, Timeouts timeouts, TrustedCertificates trusted) {
        this.hostname = hostname;
        this.timeouts = timeouts;
        this.encrypting = new Encrypting(trusted);
        this.deadlines = new Deadlines(
                Duration.ofMillis(Math.max(10, Math.min(1000, timeouts.command().toMillis() / 4))));
    }

    /**
     * Connects, greets, encrypts and logs in as the server asks for.
     *
     * @throws NoEncryptionException when it has to be encrypted and cannot
     * @throws SessionRefusedException when the server says no
     * @throws IOException when it cannot be reached, hangs or speaks no SMTP
     */
    public SmtpConnection connect(SmtpServer server) throws IOException {
        try {
            return connectOnce(server);
        } catch (NoEncryptionException e) {
            if (server.encryption() != Encryption.OPPORTUNISTIC
                    || server.login().isPresent()) {
                throw e;
            }
            return connectOnce(server.inClear());
        }
    }

    @Override
    public void close() {
        deadlines.close();
    }

    private SmtpConnection connectOnce(SmtpServer server) throws IOException {
        Socket socket = new Socket();
        boolean done = false;
        Wire wire = null;
        try {
            socket.setTcpNoDelay(true);
            socket.connect(
                    new InetSocketAddress(server.address(), server.port()),
                    Math.toIntExact(timeouts.connect().toMillis()));
            wire = new Wire(socket, timeouts.dataBlock());
            deadlines.watch(wire);
            Capabilities capabilities = session(wire, server);
            SmtpConnection connection = new SmtpConnection(wire, server, capabilities, timeouts, deadlines::forget);
            done = true;
            return connection;
        } finally {
            if (!done) {
                if (wire != null) {
                    deadlines.forget(wire);
                }
                socket.close();
            }
        }
    }

    private Capabilities session(Wire wire, SmtpServer server) throws IOException {
        if (server.encryption() == Encryption.IMPLICIT) {
            wire.encrypt(raw -> encrypting.over(raw, server), timeouts.command());
        }
        SmtpReply greeting = wire.readReply(timeouts.command());
        if (greeting.code() != 220) {
            throw new SessionRefusedException("greeting", greeting);
        }
        Capabilities capabilities = hello(wire);
        if (!wire.isEncrypted() && server.encryption() != Encryption.NONE && startTls(wire, server, capabilities)) {
            capabilities = hello(wire);
        }
        if (server.login().isPresent()) {
            if (!wire.isEncrypted() && server.encryption() != Encryption.NONE) {
                throw new NoEncryptionException(server.name() + " offers no STARTTLS: no password in clear");
            }
            new LoggingIn(wire, capabilities, timeouts).as(server.login().get());
        }
        return capabilities;
    }

    private Capabilities hello(Wire wire) throws IOException {
        int code = command(wire, "EHLO " + hostname);
        if (code == 250) {
            return Capabilities.of(wire.words());
        }
        SmtpReply reply = new SmtpReply(code, wire.words());
        if (code >= 500 && command(wire, "HELO " + hostname) == 250) {
            return Capabilities.NONE;
        }
        throw new SessionRefusedException("EHLO", reply);
    }

    private boolean startTls(Wire wire, SmtpServer server, Capabilities capabilities) throws IOException {
        boolean offered = capabilities.offers("STARTTLS");
        if (!offered || command(wire, "STARTTLS") != 220) {
            if (server.encryption().mayBeClear()) {
                return false;
            }
            throw new NoEncryptionException(
                    server.name() + (offered ? " refuses STARTTLS: " + wire.words() : " offers no STARTTLS"));
        }
        if (wire.hasUnasked()) {
            // What came in clear behind the 220 was put there by somebody else.
            throw new IOException("replies before encryption began");
        }
        wire.encrypt(raw -> encrypting.over(raw, server), timeouts.command());
        return true;
    }

    private int command(Wire wire, String line) throws IOException {
        wire.put(line + "\r\n");
        wire.flush();
        return wire.readCode(timeouts.command(), true);
    }
}
