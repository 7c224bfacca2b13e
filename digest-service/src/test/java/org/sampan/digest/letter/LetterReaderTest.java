package org.sampan.digest.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterReaderTest {
    private static final String FILES = "/lists/members/posts/b7n4qk2zr5tx6wpa3mde/attachments/";

    private final LetterReader reader = new LetterReader();

    @ParameterizedTest
    @CsvSource({
        "burmese-base64, မင်္ဂလာပါ။ အစည်းအဝေးကို တနင်္လာနေ့မှာ ကျင်းပပါမည်။",
        "thai-tis-620, เรียนสมาชิกทุกท่าน ประชุมวันจันทร์เวลาเก้าโมงเช้า",
        "thai-no-charset, เรียนสมาชิกทุกท่าน ประชุมวันจันทร์เวลาเก้าโมงเช้า",
        "khmer-no-charset-utf-8, សូមជម្រាបសមាជិកទាំងអស់ កិច្ចប្រជុំនឹងធ្វើនៅថ្ងៃចន្ទ។",
        "khmer-quoted-printable, សូមជម្រាបសមាជិកទាំងអស់ កិច្ចប្រជុំនឹងធ្វើនៅថ្ងៃចន្ទ។",
        "chinese-gb2312, 各位成员：会议定于星期一上午九点。㐂",
    })
    void textIsRightWhateverItsCharset(String mail, String text) {
        assertThat(text(read(mail).blocks().get(0))).isEqualTo(text);
    }

    @Test
    void flowedReplyIsUnfoldedAndCutIntoOwnWordsQuotesAndSignature() {
        Letter letter = read("flowed-reply");
        assertThat(letter.blocks())
                .extracting(Letter.Block::kind)
                .containsExactly("text", "quoted", "text", "signature");
        assertThat(text(letter.blocks().get(0))).contains("broken softly so that it fits; see");
        assertThat(text(letter.blocks().get(1))).isEqualTo("Shall we meet\non Monday?\n> Or on Tuesday?");
        assertThat(text(letter.blocks().get(2))).isEqualTo("Monday is fine.");
    }

    @Test
    void webAddressBecomesALinkWithoutThePunctuationBehindIt() {
        assertThat(read("flowed-reply").blocks().get(0).pieces())
                .filteredOn(piece -> piece.link().isPresent())
                .singleElement()
                .satisfies(piece -> assertThat(piece.link()).hasValue("https://harbour.example/plan_(draft)"));
    }

    @Test
    void originalMessageBelowAReplyIsQuoted() {
        Letter letter = read("original-message");
        assertThat(letter.blocks()).extracting(Letter.Block::kind).containsExactly("text", "quoted");
        assertThat(text(letter.blocks().get(1)))
                .startsWith("-----Original Message-----")
                .endsWith("Shall we meet?");
    }

    @Test
    void plainTextIsPreferredToHtml() {
        assertThat(read("alternative").blocks())
                .singleElement()
                .satisfies(block -> assertThat(text(block)).isEqualTo("The plain words."));
    }

    @Test
    void hostileHtmlIsHarmless() {
        Letter letter = read("hostile-html");
        String html = letter.blocks().get(0).html();
        assertThat(html)
                .doesNotContainIgnoringCase(
                        "script", "onload", "onclick", "onerror", "style", "iframe", "<form", "<input")
                .doesNotContain("tracker.example", "evil.example", "javascript:")
                .contains("<h2>News</h2>")
                .contains("href=\"https://harbour.example/?a&#61;1&amp;b&#61;2\" rel=\"nofollow noopener noreferrer\"");
        assertThat(letter.remoteContent()).isTrue();
    }

    @Test
    void pictureInTheMessageIsShownFromOurArchive() {
        Letter letter = read("hostile-html");
        assertThat(letter.blocks().get(0).html()).contains("<img src=\"" + FILES + "1.2\" alt=\"Our logo\" />");
        assertThat(letter.attachments()).isEmpty();
        FileContent picture = reader.file(mail("hostile-html"), "1.2").orElseThrow();
        assertThat(picture.isPicture()).isTrue();
        assertThat(picture.content()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void quotedHtmlIsFolded() {
        assertThat(read("hostile-html").blocks().get(0).html())
                .contains("<details><summary>Quoted text</summary><blockquote>Earlier words<blockquote>Even earlier");
    }

    @Test
    void attachmentsHaveTheirNamesWithoutFolders() {
        Letter letter = read("attachments");
        assertThat(text(letter.blocks().get(0))).isEqualTo("The statement is attached.");
        assertThat(letter.attachments())
                .extracting(Letter.AttachedFile::part, Letter.AttachedFile::name, Letter.AttachedFile::bytes)
                .contains(tuple("1.2", "แถลงการณ์.pdf", 9L), tuple("1.3", "ကြေညာချက်.html", 25L));
        assertThat(letter.attachments()).last().satisfies(file -> {
            assertThat(file.part()).isEqualTo("1.4");
            assertThat(file.name()).isEqualTo("message.eml");
        });
    }

    @Test
    void attachedPageIsAFileAndNoPicture() {
        FileContent page = reader.file(mail("attachments"), "1.3").orElseThrow();
        assertThat(page.isPicture()).isFalse();
        assertThat(new String(page.content(), StandardCharsets.UTF_8)).contains("<script>");
    }

    @ParameterizedTest
    @CsvSource({"1.9", "0", "1.2.1", "x", "1..2", "''", "1"})
    void partThatIsNoFileIsNotFound(String part) {
        assertThat(reader.file(mail("attachments"), part)).isEmpty();
    }

    @Test
    void messageInSeveralLanguagesIsReadInTheReadersOrElseTheFirst() {
        Letter thai = read("multilingual", Locale.forLanguageTag("th"));
        assertThat(thai.blocks())
                .singleElement()
                .satisfies(block -> assertThat(text(block)).isEqualTo("เรายืนหยัดเคียงข้างกัน"));
        assertThat(thai.language()).isEqualTo("th");
        assertThat(text(read("multilingual", Locale.forLanguageTag("vi"))
                        .blocks()
                        .get(0)))
                .isEqualTo("We stand together.");
    }

    @Test
    void encryptedMessageIsSaidToBe() {
        Letter letter = read("encrypted");
        assertThat(letter.encrypted()).isTrue();
        assertThat(letter.blocks()).isEmpty();
    }

    @Test
    void signatureOfASignedMessageIsNoAttachment() {
        Letter letter = read("signed");
        assertThat(text(letter.blocks().get(0))).isEqualTo("Signed words.");
        assertThat(letter.attachments()).isEmpty();
    }

    @Test
    void brokenMessageDoesNotFail() {
        assertThat(read("broken").attachments().size() + read("broken").blocks().size())
                .isPositive();
        assertThat(reader.read(new byte[0], presentation(Locale.ENGLISH)).blocks())
                .isEmpty();
    }

    private Letter read(String name) {
        return read(name, Locale.ENGLISH);
    }

    private Letter read(String name, Locale language) {
        return reader.read(mail(name), presentation(language));
    }

    private static Presentation presentation(Locale language) {
        return new Presentation(language, "Quoted text", FILES);
    }

    private static String text(Letter.Block block) {
        return block.pieces().stream().map(Letter.Piece::text).collect(Collectors.joining());
    }

    private static byte[] mail(String name) {
        try (InputStream in = LetterReaderTest.class.getResourceAsStream("/letter/" + name + ".eml")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
