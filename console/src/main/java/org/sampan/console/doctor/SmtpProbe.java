package org.sampan.console.doctor;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Knocks at a mail server as the mail server would, up to the encryption; hands over nothing. */
final class SmtpProbe {
    private final SSLContext trusted;
    private final Duration patience;

    SmtpProbe(SSLContext trusted, Duration patience) {
        this.trusted = trusted;
        this.patience = patience;
    }

    /** @throws IOException when nobody answers, or not in SMTP */
    void greet(String host, int port) throws IOException {
        try (Socket socket = connect(host, port)) {
            expect(reader(socket), "220");
        }
    }

    /**
     * @return why encryption is not good; empty: the certificate proves the host's name
     * @throws IOException when the server cannot be reached at all
     */
    Optional<String> encrypt(String host, int port, boolean implicit) throws IOException {
        try (Socket socket = connect(host, port)) {
            if (!implicit && !startTls(socket)) {
                return Optional.of("it offers no STARTTLS");
            }
            SSLSocket layered = (SSLSocket) trusted.getSocketFactory().createSocket(socket, host, port, true);
            SSLParameters parameters = layered.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            layered.setSSLParameters(parameters);
            return handshake(layered);
        }
    }

    private static Optional<String> handshake(SSLSocket socket) {
        try {
            socket.startHandshake();
            return Optional.empty();
        } catch (IOException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return Optional.of("its certificate is not good: " + root.getMessage());
        }
    }

    private static boolean startTls(Socket socket) throws IOException {
        BufferedReader in = reader(socket);
        expect(in, "220");
        if (!say(socket, in, "EHLO doctor.invalid").toUpperCase(Locale.ROOT).contains("STARTTLS")) {
            return false;
        }
        return say(socket, in, "STARTTLS").startsWith("220");
    }

    private Socket connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static String say(Socket socket, BufferedReader in, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return reply(in);
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        String reply = reply(in);
        if (!reply.startsWith(code)) {
            throw new IOException("it says: " + reply.strip());
        }
    }

    private static String reply(BufferedReader in) throws IOException {
        StringBuilder all = new StringBuilder();
        String line;
        do {
            line = in.readLine();
            if (line == null) {
                throw new EOFException("it hangs up");
            }
            all.append(line).append('\n');
        } while (line.length() > 3 && line.charAt(3) == '-' && all.length() < 10_000);
        return all.toString();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
