package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CheckCodesTest {
    private static final MailId MAIL = new StatementId(7).firstVersion().next().mail();

    private final CheckCodes codes = new CheckCodes(() -> "a key".repeat(7).getBytes(StandardCharsets.US_ASCII));

    @Test
    void codeIsKnownAgainWhateverAMailProgramMadeOfTheMail() {
        String code = codes.of(MAIL).text();

        assertThat(code).matches("7-2(-[0-9A-HJKMNP-TV-Z]{4}){4}");
        assertThat(codes.find("> > Code: " + code + "\r\n> > -- ")).contains(MAIL);
        assertThat(codes.find(code.toLowerCase(Locale.ROOT))).contains(MAIL);
        assertThat(codes.find(code.replace('-', '\u2013'))).contains(MAIL);
        assertThat(codes.find("(" + code.replace('0', 'O').replace('1', 'l') + ")"))
                .contains(MAIL);
        assertThat(codes.find("1-1-AAAA-AAAA-AAAA-AAAA, " + code)).contains(MAIL);
    }

    @Test
    void codeOfAnotherMailOrOfAnotherKeyIsNone() {
        String code = codes.of(MAIL).text();
        CheckCodes others = new CheckCodes(() -> new byte[] {1});

        assertThat(others.find(code)).isEmpty();
        assertThat(codes.find("7-3" + code.substring(3))).isEmpty();
        assertThat(codes.find("7-2"
                        + codes.of(MailId.withdrawal(MAIL.statement())).text().substring(3)))
                .isEmpty();
        assertThat(codes.find(code.substring(0, code.length() - 1))).isEmpty();
        assertThat(codes.find(code + "7")).isEmpty();
        assertThat(codes.find("9".repeat(200_000) + "-1")).isEmpty();
    }

    @Test
    void codesDoNotCountAsWords() {
        assertThat(CheckCodes.without("Code: " + codes.of(MAIL))).isEqualTo("Code: ");
    }
}
