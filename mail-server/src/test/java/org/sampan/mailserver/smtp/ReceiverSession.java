package org.sampan.mailserver.smtp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.smtp.Receiver.Faults;

/** One connection of a {@link Receiver}. It is strict about the order of commands, as real servers are. */
final class ReceiverSession {
    private final InputStream in;
    private final OutputStream out;
    private final Set<String> capabilities;
    private final Faults faults;
    private final Receiver receiver;
    private final List<String> recipients = new ArrayList<>();
    private @Nullable String sender;
    private @Nullable String refusedSender;
    private String lastSaid = "";
    private int connection;

    ReceiverSession(InputStream in, OutputStream out, Set<String> capabilities, Faults faults, Receiver receiver) {
        this.in = in;
        this.out = out;
        this.capabilities = capabilities;
        this.faults = faults;
        this.receiver = receiver;
    }

    void run(int number) throws IOException {
        connection = number;
        answer("CONNECT", "", "220 receiver.example ESMTP");
        for (String line = readLine(); !line.equals("QUIT"); line = readLine()) {
            String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> answer("EHLO", "", hello());
                case "HELO" -> say("250 receiver.example");
                case "MAIL" -> mail(address(line));
                case "RCPT" -> rcpt(address(line));
                case "DATA" -> data();
                case "BDAT" -> chunk(line.split(" "));
                case "RSET" -> reset();
                default -> say("500 5.5.2 what?");
            }
        }
        say("221 2.0.0 bye");
    }

    private String hello() {
        StringBuilder reply = new StringBuilder("250-receiver.example");
        capabilities.forEach(it -> reply.append("\r\n250-").append(it));
        return reply.append("\r\n250 HELP").toString();
    }

    private void mail(String address) throws IOException {
        refusedSender = null;
        if (sender != null) {
            say("503 5.5.1 nested MAIL command");
        } else if (answer("MAIL", address, "250 2.1.0 ok")) {
            sender = address;
        } else {
            refusedSender = lastSaid;
        }
    }

    private void rcpt(String address) throws IOException {
        if (sender == null) {
            receiver.account().refused(List.of(address), refusedSender == null ? "503" : refusedSender);
            say("503 5.5.1 MAIL first");
        } else if (answer("RCPT", address, "250 2.1.5 ok")) {
            recipients.add(address);
        } else {
            receiver.account().refused(List.of(address), lastSaid);
        }
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            say("503 5.5.1 RCPT first");
        } else if (answer("DATA", recipients.get(0), "354 go on")) {
            StringBuilder content = new StringBuilder();
            for (String line = readLine(); !line.equals("."); line = readLine()) {
                fault("BODY", line);
                content.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            end("DOT", content.toString());
        } else {
            receiver.account().refused(recipients, lastSaid);
        }
    }

    private void chunk(String[] words) throws IOException {
        byte[] content = in.readNBytes(Integer.parseInt(words[1]));
        if (recipients.isEmpty()) {
            say("503 5.5.1 no recipients");
        } else {
            end("BDAT", new String(content, StandardCharsets.UTF_8));
        }
    }

    private void end(String place, String content) throws IOException {
        String instead = faults.at(place, recipients.get(0), connection);
        String usual = "250 2.0.0 queued for " + recipients.size();
        if (Faults.TAKE_AND_CLOSE.equals(instead)) {
            receiver.took(String.valueOf(sender), recipients, content, "");
            throw new EOFException("as told");
        }
        if (instead == null) {
            receiver.took(String.valueOf(sender), recipients, content, usual);
        }
        sender = null;
        List<String> those = List.copyOf(recipients);
        recipients.clear();
        if (!answerWith(instead, usual)) {
            receiver.account().refused(those, lastSaid);
        }
    }

    private void reset() throws IOException {
        sender = null;
        refusedSender = null;
        recipients.clear();
        say("250 2.0.0 forgotten");
    }

    private void fault(String place, String argument) throws IOException {
        String instead = faults.at(place, argument, connection);
        if (instead != null) {
            answerWith(instead, "");
        }
    }

    /** @return whether the answer was yes */
    private boolean answer(String place, String argument, String usual) throws IOException {
        return answerWith(faults.at(place, argument, connection), usual);
    }

    private boolean answerWith(@Nullable String instead, String usual) throws IOException {
        if (instead == null) {
            say(usual);
            return true;
        }
        if (instead.equals(Faults.CLOSE)) {
            throw new EOFException("as told");
        }
        if (instead.equals(Faults.RESET)) {
            throw new Receiver.ResetException();
        }
        if (instead.equals(Faults.DEAF)) {
            receiver.waitDeaf();
            throw new EOFException("the client had enough");
        }
        if (instead.equals(Faults.HANG)) {
            while (in.read() >= 0) {
                // takes all and says nothing, until the other side has had enough
            }
            throw new EOFException("the client had enough");
        }
        say(instead);
        if (instead.startsWith("421")) {
            throw new Receiver.FarewellException();
        }
        return false;
    }

    private void say(String reply) throws IOException {
        lastSaid = reply;
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

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }
}
