package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

interface StatementFilesContract {
    /** Empty. */
    StatementFiles files();

    @Test
    default void fileIsFoundByItsHashAndKeptOnce() {
        StatementFiles files = files();
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

        String sha256 = files.keep(pdf);

        assertThat(files.keep(pdf.clone())).isEqualTo(sha256);
        assertThat(sha256).isEqualTo("86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b");
        assertThat(files.find(sha256).orElseThrow()).isEqualTo(pdf);
        assertThat(files.find("0".repeat(64))).isEmpty();
    }
}
