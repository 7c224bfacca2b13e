package org.sampan.mailserver.domain;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/** A name server on a port of the loopback address that knows a few records. */
public final class NameServer implements AutoCloseable {
    private static final int TTL = 300;
    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, List<Record>> known = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger questions = new AtomicInteger();
    private final Thread thread = new Thread(this::serve, "name-server");
    private volatile boolean silent;

    public NameServer() throws IOException {
        thread.setDaemon(true);
        thread.start();
    }

    /** TXT records. */
    public NameServer publishes(String name, String... texts) {
        for (String text : texts) {
            add(new TXTRecord(absolute(name), DClass.IN, TTL, text));
        }
        return this;
    }

    public NameServer sendsMailTo(String name, int preference, String host) {
        add(new MXRecord(absolute(name), DClass.IN, TTL, preference, absolute(host)));
        return this;
    }

    public NameServer isAt(String host, InetAddress address) {
        add(
                address instanceof Inet6Address
                        ? new AAAARecord(absolute(host), DClass.IN, TTL, address)
                        : new ARecord(absolute(host), DClass.IN, TTL, address));
        return this;
    }

    /** The name is there, without any record. */
    public NameServer knows(String name) {
        known.computeIfAbsent(absolute(name).toString(), key -> new CopyOnWriteArrayList<>());
        return this;
    }

    public NameServer forgets(String name) {
        known.remove(absolute(name).toString());
        return this;
    }

    /** Answers SERVFAIL. */
    public NameServer failsAt(String name) {
        failing.add(absolute(name).toString());
        return this;
    }

    private void add(Record record) {
        known.computeIfAbsent(record.getName().toString(), name -> new CopyOnWriteArrayList<>())
                .add(record);
    }

    private static Name absolute(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void saysNothing(boolean nothing) {
        silent = nothing;
    }

    int questions() {
        return questions.get();
    }

    /** Patient: on a machine that does much else an answer takes its time. */
    public Resolver resolver() {
        SimpleResolver resolver =
                new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
        resolver.setTimeout(Duration.ofSeconds(10));
        return resolver;
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        byte[] buffer = new byte[1024];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                questions.incrementAndGet();
                if (!silent) {
                    byte[] answer = answer(new Message(java.util.Arrays.copyOf(buffer, packet.getLength())));
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(Message question) {
        Name name = question.getQuestion().getName();
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        List<Record> records = known.get(name.toString());
        if (failing.contains(name.toString())) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (records == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            records.stream()
                    .filter(it -> it.getType() == question.getQuestion().getType())
                    .forEach(it -> answer.addRecord(it, Section.ANSWER));
        }
        return answer.toWire();
    }
}
