package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.VarHandle;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sampan.mailserver.delivery.CopyOutcome;
import org.sampan.mailserver.delivery.Outcome;

/**
 * What was sent in the last moments, in a file mapped into memory. A process that is killed leaves it to the next one, which tells the
 * ledger before anything is sent again; so a kill doubles no more than what was under way on the connections. It costs no write to the
 * disk: the operating system keeps the pages of a dead process. After a power cut it may be old, and then counts as empty.
 *
 * <p>Two halves take turns, as groups of outcomes do: one fills while the other is written to the database. Guarded by its user.
 */
final class SentJournal implements AutoCloseable {
    private static final int RECORD = 32;
    private static final int HEAD = 16;
    private static final int HALF = 512 * 1024;
    private static final int RECORDS = (HALF - HEAD) / RECORD;

    private final MappedByteBuffer map;
    private final long ledger;
    private int filling;

    private SentJournal(MappedByteBuffer map, long ledger) {
        this.map = map;
        this.ledger = ledger;
    }

    /**
     * @param ledger tells one database from another: what was noted for another one is not ours to tell
     * @throws IOException when the file cannot be made or mapped
     */
    static SentJournal open(Path file, long ledger) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            if (opened.length() != 2L * HALF) {
                // Written out: a page of a hole could not be kept on a full disk.
                opened.setLength(0);
                opened.write(new byte[2 * HALF]);
            }
            MappedByteBuffer map = opened.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, 2L * HALF);
            return new SentJournal(map, ledger);
        }
    }

    /** What a process before this one noted and may not have told. */
    List<CopyOutcome> leftOver() {
        List<CopyOutcome> found = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            int count = count(half);
            if (map.getLong(half * HALF + 8) == ledger && count >= 0 && count <= RECORDS) {
                for (int i = 0; i < count; i++) {
                    found.add(record(half * HALF + HEAD + i * RECORD));
                }
            }
        }
        return found;
    }

    /** Forgets everything. */
    void clear() {
        for (int half = 0; half < 2; half++) {
            clear(half);
            map.putLong(half * HALF + 8, ledger);
        }
    }

    /** One more in the half that fills; when it is full, this one would be doubled by a kill. */
    void note(CopyOutcome sent) {
        int count = count(filling);
        if (count < RECORDS) {
            int at = filling * HALF + HEAD + count * RECORD;
            map.putLong(at, sent.delivery());
            map.putLong(at + 8, sent.batch());
            map.putLong(at + 16, sent.person());
            map.putInt(at + 24, sent.index());
            map.putInt(at + 28, sent.attempts());
            setCount(filling, count + 1);
        }
    }

    /** The other half fills from now on. @return the one that filled so far */
    int turn() {
        int filled = filling;
        filling = 1 - filling;
        return filled;
    }

    /** What is noted in this half is in the database. */
    void clear(int half) {
        setCount(half, 0);
    }

    @Override
    public void close() {
        map.force();
    }

    private int count(int half) {
        return map.getInt(half * HALF);
    }

    private void setCount(int half, int count) {
        // After the record: who is killed between the two has noted nothing.
        VarHandle.releaseFence();
        map.putInt(half * HALF, count);
    }

    private CopyOutcome record(int at) {
        return new CopyOutcome(
                map.getLong(at),
                map.getLong(at + 8),
                map.getInt(at + 24),
                map.getLong(at + 16),
                "",
                Outcome.SENT,
                map.getInt(at + 28),
                "",
                null);
    }
}
