package org.sampan.mailserver.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A name server on the loopback address that knows what it is told, answers at once, and can be told to have trouble. */
public final class TestNameServer implements AutoCloseable {
    private static final int TTL = 300;

    private final DatagramSocket socket;
    private final Map<String, List<Record>> zone = new ConcurrentHashMap<>();
    private final Set<String> ailing = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private TestNameServer(DatagramSocket socket) {
        this.socket = socket;
    }

    public static TestNameServer start() {
        try {
            TestNameServer server = new TestNameServer(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(server::serve, "test-name-server");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }

    /** @param text as long as it likes; cut into strings of 255 octets */
    public TestNameServer txt(String name, String text) {
        List<String> strings = List.of(text.split("(?<=\\G.{200})"));
        return add(new TXTRecord(name(name), DClass.IN, TTL, strings));
    }

    public TestNameServer a(String name, String address) {
        return add(fromText(name, Type.A, address));
    }

    public TestNameServer mx(String name, String host) {
        return add(fromText(name, Type.MX, "10 " + host + "."));
    }

    /** Answers SERVFAIL from now on for this name. */
    public TestNameServer ails(String name) {
        ailing.add(key(name(name)));
        return this;
    }

    /** The names that were asked for, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        socket.close();
    }

    private TestNameServer add(Record record) {
        zone.computeIfAbsent(key(record.getName()), it -> new CopyOnWriteArrayList<>())
                .add(record);
        return this;
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(buffer, packet.getLength())))
                        .toWire(65_000);
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                // the next turn sees it
            }
        }
    }

    private Message answer(Message query) {
        Record question = query.getQuestion();
        String key = key(question.getName());
        asked.add(Type.string(question.getType()) + " " + key);
        Message answer = new Message(query.getHeader().getID());
        Header header = answer.getHeader();
        header.setFlag(Flags.QR);
        header.setFlag(Flags.RA);
        header.setFlag(Flags.RD);
        answer.addRecord(question, Section.QUESTION);
        if (ailing.contains(key)) {
            header.setRcode(Rcode.SERVFAIL);
        } else if (!zone.containsKey(key)) {
            header.setRcode(Rcode.NXDOMAIN);
        } else {
            zone.get(key).stream()
                    .filter(it -> it.getType() == question.getType())
                    .forEach(it -> answer.addRecord(it, Section.ANSWER));
        }
        return answer;
    }

    private static Record fromText(String name, int type, String text) {
        try {
            return Record.fromString(name(name), type, DClass.IN, TTL, text, Name.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String key(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}
