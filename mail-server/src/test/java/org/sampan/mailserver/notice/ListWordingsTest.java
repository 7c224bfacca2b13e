package org.sampan.mailserver.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.mailinglist.MailingList;

/** A list's own words in {@code config/notices/members}. */
class ListWordingsTest {
    private static final NoticeContent WELCOME =
            new JoiningContent.Welcome("https://news.example/leave/x", "https://news.example/preferences/x");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path overrides;

    private Path members = Path.of("");

    @BeforeEach
    void membersHaveAFolder() throws IOException {
        members = Files.createDirectory(overrides.resolve("members"));
    }

    @Test
    void listsOwnTemplateIsUsedForThatListOnly() throws IOException {
        own("welcome.ftl", "<@mail.letter><@mail.p>Ahoy ${email}</@mail.p></@mail.letter>");
        assertThat(letter(NoticeSamples.MEMBERS, "en").text()).contains("Ahoy htun@riverside.example");
        assertThat(letter(NoticeSamples.MEMBERS, "en").html()).contains("<p>Ahoy htun@riverside.example</p>");
        assertThat(letter(NoticeSamples.NEWS, "en").text()).doesNotContain("Ahoy");
    }

    @Test
    void listsOwnTextIsUsedInItsLanguageOnly() throws IOException {
        own("notices_th.properties", "welcome.subject = ยินดีต้อนรับสู่บ้าน {list}\n");
        assertThat(letter(NoticeSamples.MEMBERS, "th").subject()).isEqualTo("ยินดีต้อนรับสู่บ้าน Members");
        assertThat(letter(NoticeSamples.MEMBERS, "en").subject()).isEqualTo("Welcome to Members");
        assertThat(writer().ofLists().of("members").kinds()).containsExactly("welcome");
    }

    @Test
    void listsOwnLayoutIsAroundEveryNotice() throws IOException {
        String layout = Files.readString(LetterWriterTest.TEMPLATES.resolve("notices/layout-html.ftl"));
        own("layout-html.ftl", layout.replace("</body>", "<p>The members' own foot</p></body>"));
        assertThat(letter(NoticeSamples.MEMBERS, "en").html()).contains("The members' own foot");
        assertThat(writer().ofLists().of("members").kinds())
                .hasSize(NoticeContent.kinds().size());
    }

    @Test
    void templateThatCannotBeReadIsRefusedWithItsLine() throws IOException {
        own("welcome.ftl", "<@mail.letter>\n<#if posting == >\n</@mail.letter>");
        own("notices_en.properties", "goodbye.action = Come back\n");
        assertRefused("members/welcome.ftl:2: ");
        assertThat(writer().write(goodbye()).text()).contains("Come back");
    }

    @Test
    void templateThatNamesWhatThereIsNotIsRefusedWithItsLine() throws IOException {
        own("welcome.ftl", "<@mail.letter>\n\n<@mail.p>${nonsense}</@mail.p>\n</@mail.letter>");
        assertRefused("members/welcome.ftl:3: ");
    }

    @Test
    void templateThatLoadsAClassIsRefused() throws IOException {
        own("welcome.ftl", "<@mail.letter>${\"freemarker.template.utility.Execute\"?new()(\"id\")}</@mail.letter>");
        assertRefused("members/welcome.ftl:1: ");
    }

    @Test
    void textThatNamesWhatThereIsNotIsRefusedWithItsLine() throws IOException {
        own("notices_en.properties", "# ours\n\nwelcome.subject = Hello {nobody}\nwelcome.action = Go away\n");
        assertRefused("members/notices_en.properties:3: welcome.subject names {nobody}");
        assertThat(letter(NoticeSamples.MEMBERS, "en").text()).contains("Go away");
    }

    @Test
    void filesAndTextsNobodyReadsAreNamed() throws IOException {
        own("wellcome.ftl", "?");
        own("notices_en.properties", "welcome.subjekt = Hello\n");
        assertThat(writer().ofLists().of("members").problems())
                .anyMatch(it -> it.contains("members/wellcome.ftl: is neither"))
                .anyMatch(it -> it.contains("members/notices_en.properties:1: welcome.subjekt is no text of ours"));
    }

    @Test
    void changedFileIsReadAgain() throws IOException {
        LetterWriter writer = writer();
        own("notices_en.properties", "welcome.subject = First\n");
        assertThat(writer.write(welcome(NoticeSamples.MEMBERS, "en")).subject()).isEqualTo("First");
        own("notices_en.properties", "welcome.subject = Second\n");
        Files.setLastModifiedTime(
                members.resolve("notices_en.properties"), FileTime.from(Instant.parse("2026-11-22T02:00:00Z")));
        assertThat(writer.write(welcome(NoticeSamples.MEMBERS, "en")).subject()).isEqualTo("Second");
    }

    private void assertRefused(String problem) {
        LetterWriter writer = writer();
        assertThat(writer.ofLists().of("members").problems())
                .singleElement()
                .asString()
                .contains(problem);
        assertThat(writer.write(welcome(NoticeSamples.MEMBERS, "en")).subject()).isEqualTo("Welcome to Members");
        assertThat(writer.write(welcome(NoticeSamples.MEMBERS, "en")).text()).contains("Good to have you with us");
    }

    private void own(String file, String content) throws IOException {
        Files.writeString(members.resolve(file), content);
    }

    private Letter letter(MailingList list, String language) {
        return writer().write(welcome(list, language));
    }

    private LetterWriter writer() {
        return new LetterWriter(LetterWriterTest.TEMPLATES, overrides);
    }

    private static Notice welcome(MailingList list, String language) {
        return NoticeSamples.of(list, language, WELCOME);
    }

    private static Notice goodbye() {
        return NoticeSamples.of(
                NoticeSamples.MEMBERS, "en", JoiningContent.samples().get(2));
    }
}
