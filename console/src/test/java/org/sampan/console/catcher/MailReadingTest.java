package org.sampan.console.catcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MailReadingTest {

    @Test
    void thaiInItsOldCharsetIsReadEvenWhenALetterIsCutBetweenTwoWords() throws IOException {
        MailReading mail = read("thai-in-tis-620.eml");
        assertThat(mail.header("Subject")).isEqualTo("ประชุมวันจันทร์เรื่องค่าแรง");
        assertThat(mail.header("From")).isEqualTo("กัญญา <kanya@market.example>");
        assertThat(mail.text()).isEqualToIgnoringNewLines("ประชุมวันจันทร์เรื่องค่าแรง");
        assertThat(mail.html()).isEmpty();
    }

    @Test
    void rawUtf8IsReadWhateverItsLabelSays() throws IOException {
        MailReading mail = read("raw-utf-8-with-unknown-charset.eml");
        assertThat(mail.header("Subject")).isEqualTo("အစည်းအဝေး");
        assertThat(mail.text()).isEqualToIgnoringNewLines("မင်္ဂလာပါ");
    }

    @Test
    void htmlComesWithItsImagesAndTextAndFilesApart() throws IOException {
        MailReading mail = read("khmer-alternative-with-image-and-attachment.eml");
        assertThat(mail.text()).isEqualToIgnoringNewLines("សេចក្តីថ្លែងការណ៍ជាអក្សរ");
        assertThat(mail.html())
                .hasValueSatisfying(html -> assertThat(html)
                        .contains("<h1>សេចក្តីថ្លែងការណ៍</h1>", "<img src=\"data:image/png;base64,iVBOR")
                        .doesNotContain("cid:", "ជាអក្សរ"));
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("សេចក្តី.pdf");
            assertThat(new String(file.content(), StandardCharsets.US_ASCII)).isEqualTo("%PDF-1.4");
        });
    }

    static Path fixture(String name) {
        try {
            return Path.of(Objects.requireNonNull(MailReadingTest.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static MailReading read(String name) throws IOException {
        return MailReading.of(fixture(name));
    }
}
