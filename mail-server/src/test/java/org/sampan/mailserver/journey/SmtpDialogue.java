package org.sampan.mailserver.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client that says what a test wants, also what no client should say, and hands back every reply as it came. */
public final class SmtpDialogue implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private Socket socket;
    private BufferedReader replies;
    private final String greeting;

    private SmtpDialogue(Socket socket) throws IOException {
        this.socket = socket;
        this.replies = reader(socket);
        this.greeting = reply();
    }

    /** Connects and reads the greeting; says nothing yet. */
    public static SmtpDialogue to(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            return new SmtpDialogue(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String greeting() {
        return greeting;
    }

    /** One command and its whole reply, lines separated by {@code \n}; {@code closed} when the server hung up instead. */
    public String say(String command) {
        send((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        return reply();
    }

    /** Bytes as they are, without waiting for a reply. */
    public void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next whole reply. */
    public String reply() {
        StringBuilder reply = new StringBuilder();
        try {
            for (String line = replies.readLine(); line != null; line = replies.readLine()) {
                reply.append(line);
                if (line.length() < 4 || line.charAt(3) != '-') {
                    return reply.toString();
                }
                reply.append('\n');
            }
            return "closed";
        } catch (IOException e) {
            return "closed";
        }
    }

    /** EHLO, STARTTLS with nothing but this certificate trusted, EHLO again. */
    public SmtpDialogue startTls(Path certificate) {
        say("EHLO client.example");
        String ready = say("STARTTLS");
        if (!ready.startsWith("220")) {
            throw new AssertionError("STARTTLS was answered " + ready);
        }
        try {
            SSLSocket encrypted = (SSLSocket)
                    trusting(certificate).getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
            encrypted.startHandshake();
            socket = encrypted;
            replies = reader(encrypted);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("no TLS: " + e, e);
        }
        say("EHLO client.example");
        return this;
    }

    public String authenticate(String user, String password) {
        byte[] plain = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        return say("AUTH PLAIN " + Base64.getEncoder().encodeToString(plain));
    }

    /**
     * One whole transaction, after EHLO where that was not said yet.
     *
     * @param message with either line end; sent with CRLF and dots stuffed
     * @return the reply to the last dot, or the first one that is no yes
     */
    public String mail(String sender, List<String> recipients, String message) {
        String reply = say("MAIL FROM:<" + sender + ">");
        if (reply.startsWith("503")) {
            say("EHLO client.example");
            reply = say("MAIL FROM:<" + sender + ">");
        }
        for (String recipient : recipients) {
            if (reply.startsWith("2")) {
                reply = say("RCPT TO:<" + recipient + ">");
            }
        }
        if (reply.startsWith("2")) {
            reply = say("DATA");
        }
        if (!reply.startsWith("354")) {
            return reply;
        }
        String lines = message.replace("\r\n", "\n").replace("\n.", "\n..").replace("\n", "\r\n");
        send((lines + (lines.endsWith("\r\n") ? "" : "\r\n") + ".\r\n").getBytes(StandardCharsets.UTF_8));
        return reply();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
