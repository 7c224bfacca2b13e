package org.sampan.mailserver.migration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MboxReaderTest {
    private static final int LONGEST = 10_000;
    private static final String ONE = "From bob@farm.example Mon Nov  2 10:00:00 2015\n";

    @Test
    void messagesOfMailmanAreToldFromTextsThatBeginWithFrom() throws IOException {
        List<MboxMessage> messages = read(SampleArchives.mailman2());
        assertThat(messages).hasSize(7).noneMatch(MboxMessage::isTooLong);
        assertThat(text(messages.get(0)))
                .startsWith("Return-Path: <alice@harbour.example>\r\n")
                .contains("\r\nFrom the pier to the gate", "\r\nFrom Monday 9:00 on, in 2015,")
                .endsWith("-- \r\nAlice\r\n");
        assertThat(text(messages.get(1))).contains("\r\n> Dear all,\r\n>From an older mail\r\n");
        assertThat(text(messages.get(2))).endsWith("March\u00e9 ouvert.\r\n");
        assertThat(messages.get(1).fromLine()).isEqualTo("From htun at riverside.example  Tue Nov  3 08:12:41 2015");
        assertThat(messages).extracting(MboxMessage::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(messages.get(1).line()).isEqualTo(32);
    }

    @Test
    void packedFileIsReadAsItIsAndInPiecesTooLikeHyperKittysExport() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (byte[] piece : List.of(
                Arrays.copyOf(SampleArchives.mailman2(), 1000),
                Arrays.copyOfRange(SampleArchives.mailman2(), 1000, SampleArchives.mailman2().length))) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(piece);
            }
        }
        assertThat(read(packed.toByteArray())).hasSize(7);
        byte[] brokenOff = Arrays.copyOf(packed.toByteArray(), packed.size() - 200);
        assertThatThrownBy(() -> read(brokenOff)).isInstanceOf(EOFException.class);
    }

    @Test
    void longMessageIsPassedOverAndTheNextIsRead() throws IOException {
        String lines = "x".repeat(100) + "\n";
        String longLine = "y".repeat(3 * LONGEST) + "\n";
        List<MboxMessage> messages = read((ONE + "A: b\n\n" + lines.repeat(200) + "\n" + ONE + "A: b\n\n" + longLine
                        + "\n" + ONE + "A: b\n\nshort")
                .getBytes(ISO_8859_1));
        assertThat(messages).extracting(MboxMessage::isTooLong).containsExactly(true, true, false);
        assertThat(messages.get(0).bytes()).isEmpty();
        assertThat(text(messages.get(2))).isEqualTo("A: b\r\n\r\nshort\r\n");
    }

    @Test
    void emptyLinesBetweenMessagesAreNotPartOfThemAndNeedNotBeThere() throws IOException {
        List<MboxMessage> messages =
                read(("\n" + ONE + "A: 1\r\n\r\none\r\n" + ONE + "A: 2\n\ntwo\n\n\n").getBytes(ISO_8859_1));
        assertThat(messages)
                .extracting(MboxReaderTest::text)
                .containsExactly("A: 1\r\n\r\none\r\n", "A: 2\r\n\r\ntwo\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From MAILER-DAEMON Wed Oct 05 21:54:09 2011",
                "From - Wed Apr 02 06:51:08 2014",
                "From bob at farm.example  Mon Nov  2 10:00:00 2015",
                "From bob@farm.example Mon Nov  2 10:00:00 ICT 2015",
                "From bob@farm.example Mon Nov  2 10:00:00 2015 +0700",
                "From bob@farm.example Mon, 2 Nov 2015 10:00:00 +0700",
            })
    void linesOfManyProgramsAreKnown(String line) throws IOException {
        assertThat(read((line + "\nA: b\n\ntext\n\n" + line + "\nA: b\n\ntext\n").getBytes(ISO_8859_1)))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "Subject: a mail\n\nnot an mbox\n", "From here to eternity\n", "PK\u0003\u0004"})
    void whatIsNoMboxSaysSo(String text) {
        assertThatThrownBy(() -> read(text.getBytes(ISO_8859_1)))
                .isInstanceOf(UnreadableMboxException.class)
                .hasMessageContaining("From bob@example.org");
    }

    private static List<MboxMessage> read(byte[] file) throws IOException {
        MboxReader reader = MboxReader.of(new ByteArrayInputStream(file), LONGEST);
        List<MboxMessage> messages = new ArrayList<>();
        for (Optional<MboxMessage> next = reader.next(); next.isPresent(); next = reader.next()) {
            messages.add(next.get());
        }
        return messages;
    }

    private static String text(MboxMessage message) {
        return new String(message.bytes(), ISO_8859_1);
    }
}
