package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentTest {
    @Test
    void nameLosesItsPathAndWhatCouldBreakAHeader() {
        assertThat(Attachment.of("C:\\desk\\kilns.pdf", "application/pdf", new byte[0])
                        .name())
                .isEqualTo("kilns.pdf");
        assertThat(Attachment.of("../../etc/passwd", "text/plain", new byte[0]).name())
                .isEqualTo("passwd");
        assertThat(Attachment.of("a\r\nBcc: x@y.pdf", "application/pdf", new byte[0])
                        .name())
                .isEqualTo("a-Bcc- x@y.pdf");
    }

    @Test
    void whatIsNoTypeIsJustBytes() {
        assertThat(Attachment.of("a", "text/html\r\nX: y", new byte[0]).type()).isEqualTo("application/octet-stream");
    }
}
