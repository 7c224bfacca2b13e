package org.sampan.digest.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"alice@harbour.example", " Alice+news@Harbour.Example ", "o'brien@a-b.example", "คน@ข่าว.example"
            })
    void completeAddressIsTaken(String typed) {
        assertThat(EmailAddress.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "alice@harbour",
                "alice@@harbour.example",
                "Alice <alice@harbour.example>",
                "a@harbour.example, b@harbour.example",
                "a@harbour.example\r\nBcc: b@harbour.example",
                ".a@harbour.example",
                "a..b@harbour.example",
                "a@-harbour.example",
                "a b@harbour.example"
            })
    void anythingElseIsNot(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }
}
