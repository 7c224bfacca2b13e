package org.sampan.mailserver.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.sampan.mailserver.mailinglist.MailingList;

/** Posts one mail to the list, as the author's server does. */
final class Submission {
    private Submission() {}

    /** @return {@link System#nanoTime} of the 250 behind the message */
    static long post(int port, MailingList list, byte[] message) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            read(in);
            command(out, in, "EHLO domain0.example");
            command(out, in, "MAIL FROM:<" + BenchList.AUTHOR + ">");
            command(out, in, "RCPT TO:<" + list.address() + ">");
            command(out, in, "DATA");
            out.write(message);
            command(out, in, ".");
            long taken = System.nanoTime();
            command(out, in, "QUIT");
            return taken;
        }
    }

    private static void command(OutputStream out, BufferedReader in, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        read(in);
    }

    private static void read(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null || line.charAt(0) > '3') {
            throw new IOException("the mail server says: " + line);
        }
    }
}
