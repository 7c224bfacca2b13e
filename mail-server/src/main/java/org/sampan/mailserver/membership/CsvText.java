package org.sampan.mailserver.membership;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a CSV file in UTF-8, with or without byte order mark. A record that does not end, as after a forgotten quote,
 * is refused before it fills the memory.
 */
final class CsvText extends FilterReader {
    private static final int LONGEST_RECORD = 64 * 1024;
    private static final int LONGEST_HEADER = 4096;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private long sinceRecord;

    private CsvText(BufferedReader characters) {
        super(characters);
    }

    /** @throws UnreadableFileException when the file is in UTF-16 */
    static CsvText of(InputStream file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(file);
        bytes.mark(2);
        int mark = bytes.read() << 8 | bytes.read();
        bytes.reset();
        if (mark == 0xfeff || mark == 0xfffe) {
            throw new UnreadableFileException("This file is in UTF-16. Save it as 'CSV UTF-8' and send it again.");
        }
        BufferedReader characters = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        characters.mark(1);
        if (characters.read() != BYTE_ORDER_MARK) {
            characters.reset();
        }
        return new CsvText(characters);
    }

    /** What separates the columns: the one of comma, semicolon and tab that the first line has most of. */
    char delimiter() throws IOException {
        in.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        for (int count = 0, next = in.read(); count < LONGEST_HEADER - 1 && next >= 0 && next != '\n'; count++) {
            commas += next == ',' ? 1 : 0;
            semicolons += next == ';' ? 1 : 0;
            tabs += next == '\t' ? 1 : 0;
            next = in.read();
        }
        in.reset();
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    /** The parser is about to read another record. */
    void beginRecord() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(1);
        return character;
    }

    @Override
    public int read(char @Nullable [] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    private void count(int characters) {
        sinceRecord += characters;
        if (sinceRecord > LONGEST_RECORD) {
            throw new UnreadableFileException(
                    "This file has a line of more than " + LONGEST_RECORD + " characters: is a closing quote missing?");
        }
    }
}
