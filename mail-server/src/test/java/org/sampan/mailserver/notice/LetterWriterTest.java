package org.sampan.mailserver.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.settings.BadSettingsException;

class LetterWriterTest {
    private static final LetterWriter WRITER = new LetterWriter(SampleNotices.TEMPLATES);

    @Test
    void everyKindHasASample() {
        assertThat(SampleNotices.all("en"))
                .extracting(notice -> notice.content().getClass().getName())
                .containsAll(Arrays.stream(NoticeContent.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "km", "lo", "my", "shn", "th", "vi", "zh"})
    void everyKindIsWrittenInEveryLanguage(String language) {
        for (Notice notice : SampleNotices.all(language)) {
            Letter letter = WRITER.write(notice);
            assertThat(letter.language()).isEqualTo(language);
            assertThat(letter.subject()).isNotBlank().doesNotContain("{", "\n");
            assertThat(letter.text())
                    .doesNotContain("{", "<@", "\n\n\n")
                    .contains("\n-- \n" + notice.list().settings().name() + " <");
            assertThat(letter.html()).contains("lang=\"" + language + "\"").doesNotContain("{", "<@");
        }
    }

    @Test
    void bothFormsHaveTheSameLink() {
        for (Notice notice : SampleNotices.all("th")) {
            Letter letter = WRITER.write(notice);
            letter.leave().ifPresent(link -> {
                assertThat(letter.text()).contains("\n  " + link + "\n");
                assertThat(letter.html()).contains("href=\"" + link + "\"");
            });
        }
    }

    @Test
    void readerWhoChoseNoLanguageGetsTheListsAndUnknownOnesEnglish() {
        assertThat(WRITER.write(SampleNotices.joining("")).language()).isEqualTo("en");
        assertThat(WRITER.write(SampleNotices.joining("fr")).language()).isEqualTo("en");
        assertThat(WRITER.write(SampleNotices.joining("zh-TW")).language()).isEqualTo("zh");
    }

    @Test
    void whatAStrangerWroteIsShownAsItIsAndActsNowhere() {
        String subject = "<b>Win</b> ${list} {email}\r\nBcc: eve@evil.example\u202e";
        Letter letter = WRITER.write(SampleNotices.to(
                SampleNotices.NEWS,
                "en",
                new NoticeContent.Held(
                        "eve@evil.example", subject, "Because.", "k5x2mzq7w3jd4c6hn2ya", new NoticeContent.Size(1))));
        assertThat(letter.subject()).isEqualTo("To decide: <b>Win</b> ${list} {email} Bcc: eve@evil.example");
        assertThat(letter.html())
                .contains("&lt;b&gt;Win&lt;/b&gt; ${list} {email}")
                .doesNotContain("<b>Win");
    }

    @Test
    void longTextsOfStrangersAreCut() {
        Letter letter = WRITER.write(SampleNotices.to(
                SampleNotices.MEMBERS, "en", new NoticeContent.Rejected("x".repeat(5000), "😀".repeat(5000))));
        assertThat(letter.text().length()).isLessThan(3000);
        assertThat(letter.text()).contains("😀…");
    }

    @Test
    void addressIsQuotedForTheShell() {
        Notice notice = Notice.of(
                SampleNotices.MEMBERS,
                new EmailAddress("alice@harbour.example"),
                "en",
                new NoticeContent.MemberSuspended("o'brien$(x)@harbour.example", "550 no"));
        assertThat(WRITER.write(notice).text()).contains("'o'\\''brien$(x)@harbour.example'");
    }

    @Test
    void brokenTemplatesAreNamedWithTheirLine(@TempDir Path folder) throws IOException {
        Path notices = Files.createDirectory(folder.resolve("notices"));
        Path messages = Files.createDirectory(folder.resolve("messages"));
        Files.copy(
                SampleNotices.TEMPLATES.resolve("messages/notices_en.properties"),
                messages.resolve("notices_en.properties"));
        Files.writeString(notices.resolve("welcome.ftl"), "line one\n<#if posting == >\n");
        assertThatThrownBy(() -> new LetterWriter(folder))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining("notices/welcome.ftl:2: ")
                .hasMessageContaining("notices/goodbye.ftl: cannot be read");
    }
}
