package org.sampan.mailserver.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sampan.mailserver.post.TestPosts.message;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "\n\nbody",
                "Subject: x",
                "Subject: x\r\n",
                "Subject: x\r\n\r\n",
                "Subject: x\n\nbody\n",
                "From alice Sun Nov 22\r\nSubject: x\r\n y\r\n\tz\r\n\r\nbody",
                " starts with a blank\r\nSubject : x\r\nno field at all\r\n\r\nbody\r\n",
                "\r\r\n\r\n"
            })
    void everyByteComesBack(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Message.parse(bytes).bytes()).isEqualTo(bytes);
        assertThat(Message.parse(bytes).size()).isEqualTo(bytes.length);
    }

    @Test
    void foldedValueIsOneLine() {
        assertThat(message("Subject: one", " two", "\tthree", "", "").headers().value("subject"))
                .isEqualTo("one two\tthree");
    }

    @Test
    void fieldWithSpaceBeforeTheColonIsFound() {
        assertThat(message("Subject : x", "").headers().value("Subject")).isEqualTo("x");
    }

    @Test
    void encodedWordsOfOldCharsetsAreRead() {
        assertThat(text("=?TIS-620?B?u8PQqtjB?= =?iso-2022-jp?B?GyRCRnxLXBsoQg==?="))
                .isEqualTo("ประชุม日本");
        assertThat(text("=?gb18030?B?xOO6ww==?=")).isEqualTo("你好");
    }

    @Test
    void unreadableEncodedWordsStayAsTheyAre() {
        assertThat(text("=?x-unknown?B?AAAA?= =?utf-8?B?!?= =?utf-8")).contains("=?x-unknown?B?AAAA?=");
    }

    @Test
    void textOfAHeaderIsOneLineWithoutControlCharacters() {
        assertThat(text("=?utf-8?B?YQ0KQmNjOiBldmVAZXZpbC5leGFtcGxlAGI=?=")).doesNotContain("\r", "\n", "\0");
    }

    @Test
    void rawUtf8AndRawLatin1AreRead() {
        assertThat(message("Subject: ประชุม", "").headers().value("Subject")).isEqualTo("ประชุม");
        byte[] latin1 = "Subject: Caf\u00e9\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Message.parse(latin1).headers().value("Subject")).isEqualTo("Café");
    }

    @Test
    void nothingButPrintableAsciiIsWrittenIntoAHeader() {
        assertThatThrownBy(() -> HeaderField.of("Subject", "x\r\nBcc: eve@evil.example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeaderField.of("Subject", "ü")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longFieldsAreFoldedAndReadTheSameAgain() {
        String value = "<mailto:somebody@lists.example>, ".repeat(10).strip();
        Message long1 = message("", "").with(Headers.none().plus("List-Post", value));
        assertThat(new String(long1.headers().bytes(), StandardCharsets.US_ASCII).lines())
                .allMatch(line -> line.length() <= 78);
        assertThat(Message.parse(long1.bytes()).headers().value("List-Post")).isEqualTo(value);
    }

    @Test
    void textWrittenAsEncodedWordsIsReadTheSameAgainAndNoCharacterIsCut() {
        String text =
                "ထွန်းအောင် ပြောသည် — ការប្រជុំ การประชุม 👩‍👩‍👧 ".repeat(6).strip();
        String encoded = EncodedWords.encode(text);
        assertThat(encoded.split(" ")).allMatch(word -> word.length() <= 75).allMatch(word -> word.startsWith("=?"));
        assertThat(HeaderText.decode(encoded)).isEqualTo(text);
        assertThat(HeaderText.decode(encoded.split(" ")[0])).doesNotContain("\uFFFD");
    }

    @Test
    void textThatLooksLikeAnEncodedWordIsEncoded() {
        assertThat(HeaderText.decode(EncodedWords.encode("=?utf-8?B?eA==?="))).isEqualTo("=?utf-8?B?eA==?=");
    }

    @Test
    void contentTypeIsReadLeniently() {
        ContentType type = ContentType.of("TEXT/HTML; Charset=\"UTF-8\"; format=flowed; ;");
        assertThat(type.mimeType()).isEqualTo("text/html");
        assertThat(type.parameter("charset")).contains("UTF-8");
        assertThat(ContentType.of("").mimeType()).isEqualTo("text/plain");
        assertThat(ContentType.of("garbage").mimeType()).isEqualTo("text/plain");
    }

    private static String text(String value) {
        return message("Subject: " + value, "")
                .headers()
                .first("Subject")
                .orElseThrow()
                .text();
    }
}
