package org.sampan.mailserver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestWordTest {
    @ParameterizedTest
    @ValueSource(strings = {"who am i", "Who am I?", "Re: WHOAMI", "  \"who  am i\".  "})
    void wordIsUnderstoodHoweverItIsWritten(String text) {
        assertThat(RequestWord.in(text)).isEqualTo(new RequestWord.WhoAmI());
    }

    @Test
    void everyWordOfTheHelpIsUnderstood() {
        assertThat(RequestWord.in("help")).isEqualTo(new RequestWord.Help());
        assertThat(RequestWord.in("join")).isEqualTo(new RequestWord.Join());
        assertThat(RequestWord.in("subscribe")).isEqualTo(new RequestWord.Join());
        assertThat(RequestWord.in("leave")).isEqualTo(new RequestWord.Leave());
        assertThat(RequestWord.in("unsubscribe")).isEqualTo(new RequestWord.Leave());
        assertThat(RequestWord.in("language km")).isEqualTo(new RequestWord.Language("km"));
        assertThat(RequestWord.in("Language: zh-tw")).isEqualTo(new RequestWord.Help());
        assertThat(RequestWord.in("set language ZH-tw")).isEqualTo(new RequestWord.Language("zh-TW"));
    }

    @Test
    void subjectCountsBeforeTheFirstLine() {
        assertThat(RequestWord.in("leave", "join")).isEqualTo(new RequestWord.Leave());
        assertThat(RequestWord.in("", "join")).isEqualTo(new RequestWord.Join());
        assertThat(RequestWord.in("a question", "join")).isEqualTo(new RequestWord.Join());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "what can I do here", "language", "language english please", "please leave me alone"})
    void whatIsNotUnderstoodIsAnsweredWithHelp(String text) {
        assertThat(RequestWord.in(text)).isEqualTo(new RequestWord.Help());
    }

    @Test
    void firstLineIsThePersonsOwnInPlainText() throws IOException {
        assertThat(FirstLine.of(AutomaticMailTest.fixture("request-in-html.eml")))
                .isEqualTo("Who am I?");
        assertThat(FirstLine.of(AutomaticMailTest.fixture("join-from-a-phone.eml")))
                .isEmpty();
        assertThat(FirstLine.of(AutomaticMailTest.message("Content-Type: text/html\r\n\r\n<p>help</p>")))
                .isEmpty();
        assertThat(FirstLine.of(AutomaticMailTest.message("Content-Type: nonsense; ;;\r\n\r\nhelp")))
                .isNotNull();
    }
}
