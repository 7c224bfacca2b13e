package org.sampan.mailserver.moderate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.post.PostId;

class AuthorshipTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final PostId POST = new PostId("k5x2mzq7w3jd4c6hn2ya");
    private static final String TEXT =
            AuthorshipToken.of(POST, NOW, Duration.ofDays(3)).text(KEY);

    @Test
    void tokenIsGoodUntilItExpires() {
        assertThat(AuthorshipToken.parse(TEXT, KEY, NOW).orElseThrow().post()).isEqualTo(POST);
        assertThat(AuthorshipToken.parse(TEXT, KEY, NOW.plus(Duration.ofDays(3))))
                .isPresent();
        assertThat(AuthorshipToken.parse(TEXT, KEY, NOW.plus(Duration.ofHours(74))))
                .isEmpty();
    }

    @Test
    void noSignOfItCanBeChanged() {
        for (int at = 0; at < TEXT.length(); at++) {
            char other = TEXT.charAt(at) == 'b' ? 'c' : 'b';
            String changed = TEXT.substring(0, at) + other + TEXT.substring(at + 1);
            // The last sign of base64 has four bits that mean nothing.
            boolean meansNothing = at == TEXT.length() - 1;
            assertThat(meansNothing || AuthorshipToken.parse(changed, KEY, NOW).isEmpty())
                    .as(changed)
                    .isTrue();
        }
    }

    @Test
    void keyOfAnotherServerMakesNoToken() {
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(AuthorshipToken.parse(TEXT, new SigningKey(other), NOW)).isEmpty();
    }
}
