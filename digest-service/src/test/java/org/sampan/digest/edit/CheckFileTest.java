package org.sampan.digest.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.digest.statement.StatementFiles;

/** What a file is, its bytes say. */
class CheckFileTest {
    private static final String OPEN_XML = "[Content_Types].xml";

    private final CheckFile check = new CheckFile(new StatementFiles() {
        @Override
        public String keep(byte[] bytes) {
            return "ab".repeat(32);
        }

        @Override
        public Optional<byte[]> find(String sha256) {
            return Optional.empty();
        }
    });

    /** @param parts name, or name=text */
    private static byte[] archive(String... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                String[] named = part.split("=", 2);
                zip.putNextEntry(new ZipEntry(named[0]));
                zip.write(named[named.length - 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private String typeOf(String name, byte[] bytes) {
        return check.keep(name, bytes, Optional.empty()).type();
    }

    private void assertRefused(String name, byte[] bytes) {
        assertThatThrownBy(() -> check.keep(name, bytes, Optional.empty()))
                .as(name)
                .isInstanceOfSatisfying(Unfit.class, it -> assertThat(it.code()).isEqualTo("file-type"));
    }

    @ParameterizedTest
    @CsvSource({
        "annex.docx, word/document.xml, wordprocessingml.document",
        "table.xlsx, xl/workbook.xml, spreadsheetml.sheet",
        "talk.pptx, ppt/presentation.xml, presentationml.presentation",
    })
    void whatASecretariatSendsIsTaken(String name, String part, String type) throws IOException {
        assertThat(typeOf(name, archive(OPEN_XML, part))).endsWith(type);
    }

    @Test
    void openDocumentsAreTaken() throws IOException {
        String text = "application/vnd.oasis.opendocument.text";
        assertThat(typeOf("annex.odt", archive("mimetype=" + text, "content.xml")))
                .isEqualTo(text);
        assertThat(typeOf("scan.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("application/pdf");
        assertThat(typeOf("list.csv", "name,country\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("text/csv");
    }

    @Test
    void nameMakesNoDocumentOfAnArchive() throws IOException {
        assertRefused("annex.docx", archive("photos/1.jpg", "run.txt"));
        assertRefused("annex.docx", archive(OPEN_XML, "xl/workbook.xml"));
        assertRefused("annex.odt", archive("mimetype=application/vnd.oasis.opendocument.spreadsheet"));
        assertRefused("annex.odt", archive("content.xml"));
        assertRefused("annex.docx", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        assertRefused("annex.zip", archive(OPEN_XML, "word/document.xml", "notes.txt"));
    }

    @Test
    void macrosAndProgramsAreRefusedUnderAnyName() throws IOException {
        assertRefused("annex.docx", archive(OPEN_XML, "word/document.xml", "word/vbaProject.bin"));
        assertRefused("annex.xlsm", archive(OPEN_XML, "xl/workbook.xml"));
        assertRefused("annex.docx", archive(OPEN_XML, "word/document.xml", "word/embeddings/run.exe"));
        assertRefused(
                "annex.odt", archive("mimetype=application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml"));
        assertRefused("annex.pdf", "MZ\0\0 a program".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("annex.txt", "#!/bin/sh\nrm -r /\n".getBytes(StandardCharsets.US_ASCII));
        assertRefused("page.txt", "<!DOCTYPE html><html><script>1</script></html>".getBytes(StandardCharsets.US_ASCII));
        assertRefused("page.html", "<p>A page</p>".getBytes(StandardCharsets.US_ASCII));
        assertRefused("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII));
    }
}
