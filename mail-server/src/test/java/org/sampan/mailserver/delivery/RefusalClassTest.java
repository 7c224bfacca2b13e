package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalClassTest {
    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no such user, ADDRESS",
        "452 4.2.2 mailbox full, MAILBOX",
        "421 4.3.2 shutting down, SYSTEM",
        "451 4.4.1 relay: Connection refused, NETWORK",
        "553 5.6.7 no international addresses, CONTENT",
        "550-5.7.1 refused by policy, POLICY",
        "501 5.5.4 bad argument, PROTOCOL",
        "550 no such user, ADDRESS",
        "552 full, MAILBOX",
        "451 later, SYSTEM",
        "554 no, POLICY",
        "250 5.9.9 odd, OTHER",
        "'', OTHER"
    })
    void enhancedCodeTellsWhatARefusalIsAboutElseTheCode(String reply, RefusalClass expected) {
        assertThat(RefusalClass.of(reply)).isEqualTo(expected);
    }
}
