package org.sampan.console.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A name server on loopback that knows mail hosts and reverse names (RFC 1035). */
final class NameServer implements AutoCloseable {
    private static final int PTR = 12;
    private static final int MX = 15;
    private static final int HEAD = 12;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, String> known = new ConcurrentHashMap<>();

    NameServer() throws IOException {
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    NameServer sendsMailTo(String domain, String host) {
        known.put(MX + " " + domain, host);
        return this;
    }

    NameServer names(String reverse, String name) {
        known.put(PTR + " " + reverse, name);
        return this;
    }

    String url() {
        return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        byte[] buffer = new byte[512];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(buffer, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private byte[] answer(byte[] question) {
        StringBuilder name = new StringBuilder();
        int at = HEAD;
        while (question[at] != 0) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
            at += question[at] + 1;
        }
        int type = question[at + 2];
        @Nullable String value = known.get(type + " " + name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(question, 0, 2);
        out.writeBytes(
                new byte[] {(byte) 0x81, (byte) (value == null ? 0x83 : 0x80), 0, 1, 0, (byte) (value == null ? 0 : 1)
                });
        out.writeBytes(new byte[4]);
        out.write(question, HEAD, at + 5 - HEAD);
        if (value != null) {
            byte[] target = encoded(value);
            int length = target.length + (type == MX ? 2 : 0);
            out.writeBytes(new byte[] {(byte) 0xc0, HEAD, 0, (byte) type, 0, 1, 0, 0, 0, 60, 0, (byte) length});
            if (type == MX) {
                out.writeBytes(new byte[] {0, 10});
            }
            out.writeBytes(target);
        }
        return out.toByteArray();
    }

    private static byte[] encoded(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String label : name.split("\\.")) {
            out.write(label.length());
            out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.write(0);
        return out.toByteArray();
    }
}
