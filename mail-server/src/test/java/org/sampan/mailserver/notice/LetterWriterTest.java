package org.sampan.mailserver.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.settings.BadSettingsException;

class LetterWriterTest {
    static final Path TEMPLATES = Path.of("../templates");
    private static final LetterWriter WRITER = shipped();

    @Test
    void everyKindHasASample() {
        assertThat(NoticeSamples.all("en"))
                .extracting(notice -> notice.content().getClass().getName())
                .containsAll(NoticeContent.kinds().stream().map(Class::getName).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "km", "lo", "my", "shn", "th", "vi", "zh"})
    void everyKindIsWrittenInEveryLanguage(String language) {
        for (Notice notice : NoticeSamples.all(language)) {
            Letter letter = WRITER.write(notice);
            assertThat(letter.language()).isEqualTo(language);
            assertThat(letter.subject()).isNotBlank().doesNotContain("{", "\n");
            assertThat(letter.text())
                    .doesNotContain("{", "<@", "\n\n\n")
                    .contains("\n-- \n" + notice.list().settings().name() + " <");
            assertThat(letter.html()).contains("lang=\"" + language + "\"").doesNotContain("<@");
            assertThat(letter.html().split("</style>")[1]).doesNotContain("{");
        }
    }

    @Test
    void bothFormsHaveTheSameLink() {
        for (Notice notice : NoticeSamples.all("th")) {
            Letter letter = WRITER.write(notice);
            letter.leave().ifPresent(link -> {
                assertThat(letter.text()).contains("\n  " + link + "\n");
                assertThat(letter.html()).contains("href=\"" + link + "\"");
            });
        }
    }

    @Test
    void readerWhoChoseNoLanguageGetsTheListsAndUnknownOnesEnglish() {
        assertThat(WRITER.write(joining("")).language()).isEqualTo("en");
        assertThat(WRITER.write(joining("fr")).language()).isEqualTo("en");
        assertThat(WRITER.write(joining("zh-TW")).language()).isEqualTo("zh");
    }

    @Test
    void whatAStrangerWroteIsShownAsItIsAndActsNowhere() {
        String subject = "<b>Win</b> ${list} {email}\r\nBcc: eve@evil.example\u202e";
        Letter letter = WRITER.write(NoticeSamples.of(
                NoticeSamples.NEWS,
                "en",
                new ModerationContent.Held(
                        "eve@evil.example",
                        subject,
                        "Because.",
                        new ModerationContent.Size(1),
                        true,
                        ModerationContent.Turn.FIRST,
                        SampleText.IN_A_WEEK,
                        SampleText.MODERATE,
                        "mekong-news-moderate+3f-2k9q0w7x1c4v5b6n@lists.example")));
        assertThat(letter.subject()).isEqualTo("To decide: <b>Win</b> ${list} {email} Bcc: eve@evil.example");
        assertThat(letter.html())
                .contains("&lt;b&gt;Win&lt;/b&gt; ${list} {email}")
                .doesNotContain("<b>Win");
    }

    @Test
    void longTextsOfStrangersAreCut() {
        Letter letter = WRITER.write(NoticeSamples.of(
                NoticeSamples.MEMBERS, "en", new ModerationContent.Rejected("x".repeat(5000), "", "😀".repeat(5000))));
        assertThat(letter.text().length()).isLessThan(3000);
        assertThat(letter.text()).contains("😀…");
    }

    @Test
    void addressIsQuotedForTheShell() {
        Notice notice = Notice.of(
                NoticeSamples.MEMBERS,
                new EmailAddress("alice@harbour.example"),
                "en",
                new BounceContent.MemberSuspended("o'brien$(x)@harbour.example", "550 no"));
        assertThat(WRITER.write(notice).text()).contains("'o'\\''brien$(x)@harbour.example'");
    }

    @Test
    void brokenTemplatesAreNamedWithTheirLine(@TempDir Path folder) throws IOException {
        Path notices = Files.createDirectory(folder.resolve("notices"));
        Path messages = Files.createDirectory(folder.resolve("messages"));
        Files.copy(TEMPLATES.resolve("messages/notices_en.properties"), messages.resolve("notices_en.properties"));
        Files.writeString(notices.resolve("welcome.ftl"), "line one\n<#if posting == >\n");
        assertThatThrownBy(() -> new LetterWriter(folder, folder))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining("notices/welcome.ftl:2: ")
                .hasMessageContaining("notices/goodbye.ftl: is missing");
    }

    static LetterWriter shipped() {
        return new LetterWriter(TEMPLATES, TEMPLATES.resolve("nobody's"));
    }

    static Notice joining(String language) {
        return NoticeSamples.of(
                NoticeSamples.NEWS, language, JoiningContent.samples().get(0));
    }
}
