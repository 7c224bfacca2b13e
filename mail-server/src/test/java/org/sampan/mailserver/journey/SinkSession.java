package org.sampan.mailserver.journey;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One connection to the {@link MailSink}; answers pipelined commands in one go. */
final class SinkSession implements Runnable {
    private final MailSink sink;
    private final Socket socket;
    private String sender = "";
    private final List<String> recipients = new ArrayList<>();

    SinkSession(MailSink sink, Socket socket) {
        this.sink = sink;
        this.socket = socket;
    }

    @Override
    public void run() {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
                OutputStream out = new BufferedOutputStream(socket.getOutputStream())) {
            socket.setTcpNoDelay(true);
            reply(out, "220 sink.example ESMTP");
            out.flush();
            @Nullable String command;
            while ((command = line(in)) != null && answer(command, in, out)) {
                if (in.available() == 0) {
                    out.flush();
                }
            }
            out.flush();
        } catch (IOException gone) {
            // the other side went, or the sink is closed: a mail without its last dot does not count
        }
    }

    private boolean answer(String command, InputStream in, OutputStream out) throws IOException {
        String verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" ->
                reply(
                        out,
                        "250-sink.example",
                        "250-PIPELINING",
                        "250-8BITMIME",
                        "250-SMTPUTF8",
                        "250-ENHANCEDSTATUSCODES",
                        "250 SIZE 0");
            case "MAIL" -> {
                sender = address(command);
                recipients.clear();
                reply(out, "250 2.1.0 OK");
            }
            case "RCPT" -> rcpt(address(command), out);
            case "DATA" -> data(in, out);
            case "QUIT" -> reply(out, "221 2.0.0 Bye");
            default -> reply(out, "250 2.0.0 OK");
        }
        return !"QUIT".equals(verb);
    }

    private void rcpt(String recipient, OutputStream out) throws IOException {
        String reply = sink.replyToRcpt(recipient);
        if (reply.startsWith("250")) {
            recipients.add(recipient);
        }
        reply(out, reply);
    }

    private void data(InputStream in, OutputStream out) throws IOException {
        if (recipients.isEmpty()) {
            reply(out, "554 5.5.1 No valid recipients");
            return;
        }
        reply(out, "354 Go ahead");
        out.flush();
        byte[] message = message(in);
        if (!sink.pause().isZero()) {
            LockSupport.parkNanos(sink.pause().toNanos());
        }
        sink.keep(new MailSink.Mail(sender, List.copyOf(recipients), message));
        recipients.clear();
        reply(out, "250 2.0.0 Taken");
    }

    private static byte[] message(InputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        byte[] line = bytesOfLine(in);
        while (line != null && !(line.length == 3 && line[0] == '.')) {
            boolean stuffed = line[0] == '.';
            message.write(line, stuffed ? 1 : 0, line.length - (stuffed ? 1 : 0));
            line = bytesOfLine(in);
        }
        if (line == null) {
            throw new IOException("the message has no end");
        }
        return message.toByteArray();
    }

    private static @Nullable String line(InputStream in) throws IOException {
        byte[] line = bytesOfLine(in);
        return line == null ? null : new String(line, StandardCharsets.UTF_8).strip();
    }

    private static byte @Nullable [] bytesOfLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next;
        while ((next = in.read()) >= 0) {
            line.write(next);
            if (next == '\n') {
                return line.toByteArray();
            }
        }
        return null;
    }

    private static String address(String command) {
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }

    private static void reply(OutputStream out, String... lines) throws IOException {
        for (String line : lines) {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
