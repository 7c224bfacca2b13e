package org.sampan.mailserver.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.post.ArchivedPost;
import org.sampan.mailserver.post.PostId;

class MboxTest {
    @Test
    void linesThatLookLikeASeparatorAreQuotedAndLineEndsAreLf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Mbox(out).write(post(), "Subject: x\r\n\r\nFrom here\r\n>From there\r\nFromage\r\nend".getBytes(UTF_8));
        assertThat(out.toString(UTF_8)).isEqualTo("""
                From alice@harbour.example Sun Nov  1 09:00:00 2026
                Subject: x

                >From here
                >>From there
                Fromage
                end

                """);
    }

    private static ArchivedPost post() {
        return new ArchivedPost(
                new PostId("b7n4qk2zr5tx6wpa3mde"),
                ListAddress.of("members@lists.example"),
                "<1@harbour.example>",
                Optional.empty(),
                "alice@harbour.example",
                "Alice",
                "x",
                Instant.parse("2026-11-01T09:00:00Z"),
                10);
    }
}
