package org.sampan.digest.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A document that is a ZIP archive inside. By its first bytes it looks like any archive, and its name is its sender's
 * word; what its parts are called tells. Only the archive's own table is read, so that none unpacks to gigabytes.
 */
final class OfficeFile {
    private static final int LONGEST_NOTE = 200;
    private static final String PARTS = "[Content_Types].xml";
    private static final String NOTE = "mimetype";

    /** Types of Office Open XML, by the folder that holds the document itself. */
    private static final List<Kind> KINDS = List.of(
            new Kind("wordprocessingml", "word/"),
            new Kind("spreadsheetml", "xl/"),
            new Kind("presentationml", "ppt/"));

    private OfficeFile() {}

    private record Kind(String type, String folder) {}

    /** Whether a file is what its type says, and carries no macros. */
    static boolean isSound(byte[] bytes, String type) {
        try {
            Path copy = Files.createTempFile("sampan-document", ".zip");
            try {
                Files.write(copy, bytes);
                return isSound(copy, type);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException("a document cannot be looked into", noRoom);
        }
    }

    private static boolean isSound(Path file, String type) {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            boolean active = archive.stream().map(ZipEntry::getName).anyMatch(OfficeFile::isActive);
            return !active && (archive.getEntry(NOTE) == null ? isOpenXml(archive, type) : isNoted(archive, type));
        } catch (IOException noArchive) {
            return false;
        }
    }

    /** Macros and programs, by the names that office programs look for. */
    private static boolean isActive(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        return name.endsWith("vbaproject.bin")
                || name.startsWith("basic/")
                || name.startsWith("scripts/")
                || name.matches(".*\\.(exe|dll|com|bat|cmd|scr|js|vbs|ps1|jar|lnk|hta|msi)");
    }

    private static boolean isOpenXml(ZipFile archive, String type) {
        Optional<Kind> kind =
                KINDS.stream().filter(it -> type.contains(it.type())).findFirst();
        return archive.getEntry(PARTS) != null
                && kind.filter(it ->
                                archive.stream().anyMatch(part -> part.getName().startsWith(it.folder())))
                        .isPresent();
    }

    /** OpenDocument and EPUB say what they are in a part of that name. */
    private static boolean isNoted(ZipFile archive, String type) throws IOException {
        byte[] note = archive.getInputStream(archive.getEntry(NOTE)).readNBytes(LONGEST_NOTE);
        return new String(note, StandardCharsets.US_ASCII).strip().equals(type);
    }
}
