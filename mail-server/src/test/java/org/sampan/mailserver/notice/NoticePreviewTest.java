package org.sampan.mailserver.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code ./sampan notices preview} writes. */
class NoticePreviewTest {
    @Test
    void pageHasEveryNoticeInEveryLanguageInBothForms() {
        String page = new NoticePreview(LetterWriterTest.shipped()).page();
        assertThat(NoticeContent.kinds())
                .allSatisfy(kind -> assertThat(page).contains("<h3 id=\"" + NoticeContent.kind(kind) + "\">"));
        int versions = NoticeContent.samples().size() * 8;
        assertThat(page.split("<article class=\"in-")).hasSize(versions + 1);
        assertThat(page.split("<pre tabindex=\"0\">")).hasSize(versions + 1);
        assertThat(page.split("<iframe sandbox ")).hasSize(versions + 1);
    }

    @Test
    void pageFetchesNothing() {
        String page = new NoticePreview(LetterWriterTest.shipped()).page();
        assertThat(page).doesNotContainPattern("<(script|link|img)\\b").doesNotContainPattern("(?i)url\\(|@import");
    }

    @Test
    void wordsOfListsAreShownBesideTheShippedOnesAndRefusedOnesNamed(@TempDir Path overrides) throws IOException {
        Path members = Files.createDirectory(overrides.resolve("members"));
        Files.writeString(members.resolve("notices_en.properties"), "welcome.subject = Ahoy\nhelp.lead = {nobody}\n");
        NoticePreview preview = new NoticePreview(new LetterWriter(LetterWriterTest.TEMPLATES, overrides));
        assertThat(preview.page())
                .contains("In words of the list members", "id=\"members-welcome\"", "</code>Ahoy</h4>")
                .contains("members/notices_en.properties:2: help.lead names {nobody}")
                .doesNotContain("id=\"members-help\"");
        assertThat(preview.problems()).hasSize(1);
    }
}
