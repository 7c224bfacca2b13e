package org.sampan.console.moving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * People as another list server prints them.
 *
 * @param remarks what was not understood, or does not come along
 */
public record OldRoster(List<OldMember> people, List<String> remarks) {
    /**
     * Finds out by itself whose file it is: JSON of Mailman 3's REST, a table of listmonk, a dump of Sympa, or addresses line by
     * line as Mailman 2 and 3 and Sympa's review page have them.
     */
    public static OldRoster read(Path file) throws IOException {
        return of(text(file));
    }

    static OldRoster of(String text) {
        String begin = text.stripLeading();
        if (begin.startsWith("{") || begin.startsWith("[")) {
            return MailmanJson.read(begin);
        }
        String first = begin.lines().findFirst().orElse("");
        if (ListmonkTable.isHeader(first)) {
            return ListmonkTable.read(begin);
        }
        return SympaDump.isOne(begin) ? SympaDump.read(begin) : AddressLines.read(text);
    }

    /** UTF-8, else Latin-1, as Mailman 2 printed names of Western languages. */
    static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException older) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
