package org.sampan.mailserver.smtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLException;
import org.sampan.mailserver.smtp.SmtpServer.Encryption;
import org.sampan.mailserver.smtp.SmtpServer.Login;

/** Opens connections to mail servers, up to where mail can be handed over. Safe for many threads. */
public final class SmtpClient implements AutoCloseable {
    private final String hostname;
    private final Timeouts timeouts;
    private final Deadlines deadlines;
    private final Encrypting encrypting = new Encrypting();

    /** @param hostname what we call ourselves in EHLO */
    public SmtpClient(String hostname, Timeouts timeouts) {
        this.hostname = hostname;
        this.timeouts = timeouts;
        this.deadlines = new Deadlines(
                Duration.ofMillis(Math.max(10, Math.min(1000, timeouts.command().toMillis() / 4))));
    }

    /**
     * Connects, greets, encrypts and logs in as the server asks for.
     *
     * @throws SessionRefusedException when the server says no
     * @throws IOException when it cannot be reached, hangs or speaks no SMTP
     */
    public SmtpConnection connect(SmtpServer server) throws IOException {
        try {
            return connectOnce(server);
        } catch (SSLException e) {
            if (server.encryption() != Encryption.OPPORTUNISTIC
                    || server.login().isPresent()) {
                throw e;
            }
            return connectOnce(
                    new SmtpServer(server.name(), server.address(), server.port(), Encryption.NONE, server.login()));
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
            SmtpConnection connection = new SmtpConnection(wire, capabilities, timeouts, deadlines::forget);
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
        SmtpReply greeting = wire.readReply(timeouts.command());
        if (greeting.code() != 220) {
            throw new SessionRefusedException("greeting", greeting);
        }
        Capabilities capabilities = hello(wire);
        boolean encrypted = false;
        if (server.encryption() != Encryption.NONE) {
            encrypted = capabilities.offers("STARTTLS") && startTls(wire, server);
            if (encrypted) {
                capabilities = hello(wire);
            } else if (server.encryption() == Encryption.VERIFIED) {
                throw new SessionRefusedException(
                        "STARTTLS", new SmtpReply(454, "4.7.0 not offered, but required here"));
            }
        }
        if (server.login().isPresent()) {
            if (!encrypted && server.encryption() != Encryption.NONE) {
                throw new SessionRefusedException(
                        "AUTH", new SmtpReply(454, "4.7.0 no password without encryption; relay.tls=off allows it"));
            }
            logIn(wire, capabilities, server.login().get());
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

    private boolean startTls(Wire wire, SmtpServer server) throws IOException {
        int code = command(wire, "STARTTLS");
        if (code != 220) {
            return false;
        }
        if (wire.hasUnasked()) {
            // What came in clear behind the 220 was put there by somebody else.
            throw new IOException("replies before encryption began");
        }
        wire.encrypt(raw -> encrypting.over(raw, server), timeouts.command());
        return true;
    }

    private void logIn(Wire wire, Capabilities capabilities, Login login) throws IOException {
        int code;
        if (capabilities.offersLogin("PLAIN") || !capabilities.offersLogin("LOGIN")) {
            code = command(wire, "AUTH PLAIN " + base64("\0" + login.username() + "\0" + login.password()));
        } else {
            code = command(wire, "AUTH LOGIN");
            if (code == 334) {
                code = command(wire, base64(login.username()));
            }
            if (code == 334) {
                code = command(wire, base64(login.password()));
            }
        }
        if (code != 235) {
            throw new SessionRefusedException("AUTH", new SmtpReply(code, wire.words()));
        }
    }

    private int command(Wire wire, String line) throws IOException {
        wire.put(line + "\r\n");
        wire.flush();
        return wire.readCode(timeouts.command(), true);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
