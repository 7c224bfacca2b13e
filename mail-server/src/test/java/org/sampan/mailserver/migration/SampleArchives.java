package org.sampan.mailserver.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What other list servers left behind. */
final class SampleArchives {
    private SampleArchives() {}

    /** Seven messages: one is broken, one comes twice, one is of 1970, one has no Message-ID, one stands before what it answers. */
    static byte[] mailman2() {
        try (InputStream in =
                Objects.requireNonNull(SampleArchives.class.getResourceAsStream("/migration/mailman2.mbox"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
