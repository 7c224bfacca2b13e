package org.sampan.mailserver.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Whether the disk the mail queue is on has room for more mail. What is left must do for the mail already taken: its way through the
 * stages, and the database where that is on the same disk, whose log grows by 16 MB at a time. Safe for many threads.
 */
public final class SpoolRoom {
    private static final long FOR_WHAT_WAS_TAKEN = 64L * 1024 * 1024;
    private static final int LARGEST_MESSAGES = 4;

    private final LongSupplier usable;
    private final long reserve;

    SpoolRoom(LongSupplier usable, long largestMessage) {
        this.usable = usable;
        this.reserve = Math.max(FOR_WHAT_WAS_TAKEN, LARGEST_MESSAGES * largestMessage);
    }

    /**
     * @param folder on the disk in question
     * @param largestMessage in bytes
     * @throws UncheckedIOException when the folder is not there
     */
    public static SpoolRoom in(Path folder, long largestMessage) {
        try {
            FileStore store = Files.getFileStore(folder);
            return new SpoolRoom(() -> usable(store), largestMessage);
        } catch (IOException e) {
            throw new UncheckedIOException("the disk of " + folder + " cannot be looked at", e);
        }
    }

    /** No more mail can be taken now. */
    public boolean isFull() {
        return usable.getAsLong() < reserve;
    }

    /** A disk that cannot be asked is no reason to refuse mail: the write itself will tell. */
    private static long usable(FileStore store) {
        try {
            return store.getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
