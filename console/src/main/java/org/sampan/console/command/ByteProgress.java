package org.sampan.console.command;

import java.util.Locale;
import java.util.function.LongConsumer;

/** Tells how many bytes are done, on standard error: one line drawn anew at a terminal, else one every five seconds. One thread. */
final class ByteProgress implements LongConsumer {

    private static final long AT_TERMINAL_NANOS = 200_000_000L;
    private static final long ELSEWHERE_NANOS = 5_000_000_000L;
    private static final double MEGABYTE = 1_000_000;

    private final Session session;
    private final String done;
    private final long size;
    private final boolean atTerminal = System.console() != null;
    private long next = System.nanoTime() + (atTerminal ? AT_TERMINAL_NANOS : ELSEWHERE_NANOS);
    private boolean drawn;

    /**
     * @param done what has happened to the bytes
     * @param size of all, roughly; 0: not known
     */
    ByteProgress(Session session, String done, long size) {
        this.session = session;
        this.done = done;
        this.size = size;
    }

    static String text(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / MEGABYTE);
    }

    @Override
    public void accept(long bytes) {
        long now = System.nanoTime();
        if (now - next < 0) {
            return;
        }
        next = now + (atTerminal ? AT_TERMINAL_NANOS : ELSEWHERE_NANOS);
        String line = size == 0 ? text(bytes) + " " + done : text(bytes) + " of about " + text(size) + " " + done;
        if (atTerminal) {
            session.err().print("\r\u001b[K" + line);
            session.err().flush();
            drawn = true;
        } else {
            session.err().println(line);
        }
    }

    void end() {
        if (drawn) {
            session.err().print("\r\u001b[K");
            session.err().flush();
        }
    }
}
