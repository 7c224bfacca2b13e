package org.sampan.mailserver.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.smtp.MailHost.Manners;

/** One connection of a {@link MailHost}. */
final class MailHostSession {
    private final Socket raw;
    private final Manners manners;
    private final MailHost host;
    private InputStream in;
    private OutputStream out;
    private boolean encrypted;
    private String sender = "";
    private String parameters = "";
    private final List<String> recipients = new ArrayList<>();

    MailHostSession(Socket raw, Manners manners, MailHost host) throws IOException {
        this.raw = raw;
        this.manners = manners;
        this.host = host;
        this.in = new BufferedInputStream(raw.getInputStream());
        this.out = raw.getOutputStream();
    }

    void run() throws IOException {
        if (manners.implicitTls()) {
            encrypt();
        }
        answer("CONNECT", "220 host.example ESMTP");
        for (String line = readLine(); !line.equals("QUIT"); line = readLine()) {
            host.heard(line);
            String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> answer(line, hello());
                case "STARTTLS" -> startTls(line);
                case "AUTH" -> logIn(line.split(" "));
                case "MAIL" -> mail(line);
                case "RCPT" -> rcpt(line);
                case "DATA" -> data(line);
                case "RSET" -> say("250 2.0.0 forgotten");
                default -> say("500 5.5.2 what?");
            }
        }
        say("221 2.0.0 bye");
    }

    private String hello() {
        StringBuilder reply = new StringBuilder("250-host.example");
        manners.offers().stream()
                .filter(it -> !encrypted || !it.equals("STARTTLS"))
                .forEach(it -> reply.append("\r\n250-").append(it));
        return reply.append("\r\n250 HELP").toString();
    }

    private void startTls(String line) throws IOException {
        if (answer(line, "220 2.0.0 go ahead")) {
            encrypt();
        }
    }

    private void encrypt() throws IOException {
        SSLSocket layered = (SSLSocket) manners.certificate()
                .orElseThrow(() -> new EOFException("no certificate"))
                .getSocketFactory()
                .createSocket(raw, "", 0, true);
        layered.setUseClientMode(false);
        layered.startHandshake();
        in = new BufferedInputStream(layered.getInputStream());
        out = layered.getOutputStream();
        encrypted = true;
    }

    private void logIn(String[] words) throws IOException {
        boolean known = switch (words[1]) {
            case "PLAIN" -> {
                String[] parts = decoded(words[2]).split("\0", -1);
                yield isKnown(parts[1], parts[2]);
            }
            case "LOGIN" -> {
                say("334 VXNlcm5hbWU6");
                String name = decoded(readLine());
                say("334 UGFzc3dvcmQ6");
                yield isKnown(name, decoded(readLine()));
            }
            case "XOAUTH2" -> isKnownToken(decoded(words[2]));
            default -> false;
        };
        say(known ? "235 2.7.0 welcome" : "535 5.7.8 not you");
    }

    private boolean isKnownToken(String text) throws IOException {
        String[] parts = text.split("\1", -1);
        boolean known = parts.length == 4
                && parts[0].startsWith("user=")
                && parts[1].startsWith("auth=Bearer ")
                && isKnown(parts[0].substring(5), parts[1].substring(12));
        if (!known) {
            say("334 eyJzdGF0dXMiOiI0MDEifQ==");
            if (!readLine().isEmpty()) {
                throw new EOFException("an empty line was due");
            }
        }
        return known;
    }

    private boolean isKnown(String name, String secret) {
        return secret.equals(manners.logins().get(name));
    }

    private void mail(String line) throws IOException {
        if (answer(line, "250 2.1.0 ok")) {
            sender = address(line);
            parameters = line.substring(line.indexOf('>') + 1).strip();
            recipients.clear();
        }
    }

    private void rcpt(String line) throws IOException {
        if (answer(line, "250 2.1.5 ok")) {
            recipients.add(address(line));
        }
    }

    private void data(String command) throws IOException {
        if (recipients.isEmpty()) {
            say("503 5.5.1 RCPT first");
        } else if (answer(command, "354 go on")) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (String line = readLine(); !line.equals("."); line = readLine()) {
                content.writeBytes(Receiver.line(line.startsWith(".") ? line.substring(1) : line));
            }
            if (answer("DOT", "250 2.0.0 taken")) {
                host.took(new MailHost.Mail(
                        encrypted,
                        sender,
                        parameters,
                        List.copyOf(recipients),
                        content.toString(StandardCharsets.UTF_8)));
            }
        }
    }

    /** @return whether the answer was the usual one */
    private boolean answer(String command, String usual) throws IOException {
        @Nullable String instead = manners.instead().apply(command);
        say(instead == null ? usual : instead);
        if (instead != null && instead.startsWith("421")) {
            throw new EOFException("as told");
        }
        return instead == null;
    }

    private void say(String reply) throws IOException {
        out.write(Receiver.line(reply));
        out.flush();
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the client left");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }
}
