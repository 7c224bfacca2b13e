package org.sampan.mailserver.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What a client without ledger, list or rendering reaches: the same bytes again and again, one command a round trip. */
final class Floor {
    private Floor() {}

    /** @return mails a second */
    static double measure(InetSocketAddress receiver, int mails, int size, int connections) throws Exception {
        byte[] content = new byte[size + 3];
        Arrays.fill(content, 0, size, (byte) 'x');
        for (int i = 78; i < size; i += 80) {
            content[i] = '\r';
            content[i + 1] = '\n';
        }
        System.arraycopy("\r\n.\r\n".getBytes(StandardCharsets.US_ASCII), 0, content, size - 2, 5);
        AtomicInteger left = new AtomicInteger(mails);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long begin = System.nanoTime();
        try {
            List<Callable<Boolean>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                clients.add(() -> send(receiver, content, left));
            }
            for (Future<Boolean> client : threads.invokeAll(clients)) {
                client.get();
            }
        } finally {
            threads.shutdown();
        }
        return mails * 1e9 / (System.nanoTime() - begin);
    }

    private static boolean send(InetSocketAddress receiver, byte[] content, AtomicInteger left) throws IOException {
        try (Socket socket = new Socket(receiver.getAddress(), receiver.getPort());
                OutputStream out = socket.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setTcpNoDelay(true);
            read(in);
            command(out, in, "HELO bench.example");
            while (left.getAndDecrement() > 0) {
                command(out, in, "MAIL FROM:<bench@lists.example>");
                command(out, in, "RCPT TO:<reader@domain.example>");
                command(out, in, "DATA");
                out.write(content);
                read(in);
            }
            return true;
        }
    }

    private static void command(OutputStream out, BufferedReader in, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        read(in);
    }

    private static void read(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null || line.charAt(0) > '3') {
            throw new IOException("the receiver says: " + line);
        }
    }
}
