package org.sampan.digest.edit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.sampan.digest.statement.Attachment;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.StatementFiles;
import org.springframework.stereotype.Component;

/** Lets files into statements that readers can open without harm; what a file is, its bytes say, not its sender. */
@Component
public class CheckFile {
    /** Most that one file may have. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final String EPUB = "application/epub+zip";

    private static final Set<String> WELCOME = Set.of(
            "application/pdf",
            "application/rtf",
            EPUB,
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/vorbis",
            "image/gif",
            "image/jpeg",
            "image/png",
            "image/tiff",
            "image/webp",
            "text/calendar",
            "text/csv",
            "text/plain",
            "text/x-web-markdown",
            "video/mp4");
    static final String MAIL = "message/rfc822";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private final StatementFiles files;
    private final Tika tika = new Tika();

    CheckFile(StatementFiles files) {
        this.files = files;
    }

    /**
     * Keeps a file.
     *
     * @param name as its sender calls it
     * @param language of readers it is for; empty: for all
     * @throws Unfit when it is empty, too large, or nothing to send to readers
     */
    public StatementFile keep(String name, byte[] bytes, Optional<Locale> language) {
        String type = tika.detect(bytes, name);
        Attachment file = Attachment.of(name, type, bytes);
        if (bytes.length == 0) {
            throw new Unfit("attachment", "file-empty", Map.of("name", file.name()));
        }
        if (bytes.length > LARGEST) {
            throw new Unfit("attachment", "file-large", Map.of("name", file.name(), "most", LARGEST));
        }
        if (!isWelcome(type) || isPacked(type) && !OfficeFile.isSound(bytes, type)) {
            throw new Unfit("attachment", "file-type", Map.of("name", file.name(), "type", type));
        }
        return new StatementFile(file.name(), file.type(), language, bytes.length, files.keep(bytes));
    }

    /** The mail that a statement was made of, for editors to look at: {@link WhatIsMissing} sees that it is not sent. */
    public StatementFile keepMail(byte[] mail) {
        return new StatementFile("original.eml", MAIL, Optional.empty(), mail.length, files.keep(mail));
    }

    private static boolean isWelcome(String type) {
        return WELCOME.contains(type) || isPacked(type) && !type.contains("macro");
    }

    /** Such that look like any archive from outside. */
    private static boolean isPacked(String type) {
        return type.startsWith(OPEN_DOCUMENT) || type.startsWith(OFFICE) || type.equals(EPUB);
    }
}
