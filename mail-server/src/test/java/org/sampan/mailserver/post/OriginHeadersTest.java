package org.sampan.mailserver.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.message;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.mailinglist.BasicSettings;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.ListSettings.Visibility;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.HideOrigin;

class OriginHeadersTest {
    private static final ListSettings PRIVATE = ListSettings.of(ListAddress.of("members@lists.example"));
    private static final Message TELLING = Message.parse(TestPosts.file("/post/telling-its-origin.eml"));

    @Test
    void whatTellsWhereAPostWasWrittenIsGone() {
        String hidden = text(OriginHeaders.without(TELLING));
        assertThat(hidden)
                .doesNotContain("203.0.113.77", "+0630", "Thunderbird", "Yangon", "laptop-of-htun", "DKIM", "arc=")
                .isEqualTo(text(Message.parse(TestPosts.file("/post/telling-its-origin-hidden.eml"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Originating-IP: [203.0.113.77]",
                "X-Mailer: Outlook",
                "User-Agent: K-9",
                "X-Some-New-Idea: 203.0.113.77",
                "Received: from here",
                "Received-SPF: pass client-ip=203.0.113.77",
                "no field at all 203.0.113.77",
                "X-MS-Exchange-Organization-OriginalClientIPAddress: 203.0.113.77",
                "Thread-Index: AdAB",
                "Organization: Riverside"
            })
    void unknownFieldsGoSinceNobodyKnowsThemAll(String field) {
        Message mail = message("From: htun@riverside.example", field, "Subject: x", "", "Hello.");
        assertThat(text(OriginHeaders.without(mail)))
                .isEqualTo("From: htun@riverside.example\r\nSubject: x\r\n\r\nHello.\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 22 Nov 2026 08:00:00 +0630 | Sun, 22 Nov 2026 01:30:00 +0000",
                "Sun, 22 Nov 2026 08:00:00 +0700 (ICT) | Sun, 22 Nov 2026 01:00:00 +0000",
                "22 Nov 2026 23:59 -0500 | Mon, 23 Nov 2026 04:59:00 +0000",
            })
    void dateIsTheSameMomentInUtc(String date, String utc) {
        Message mail = message("Date: " + date, "", "Hello.");
        assertThat(OriginHeaders.without(mail).headers().value("Date")).isEqualTo(utc);
    }

    @Test
    void dateThatCannotBeReadGoes() {
        Message mail = message("Date: this morning in Yangon", "", "Hello.");
        assertThat(OriginHeaders.without(mail).headers().has("Date")).isFalse();
    }

    @Test
    void privateListsHideUnlessTheirOwnersSayOtherwise() {
        ListSettings publicList = PRIVATE.with(BasicSettings.VISIBILITY, Visibility.PUBLIC);
        assertThat(PostingSettings.hidesOrigin(PRIVATE)).isTrue();
        assertThat(PostingSettings.hidesOrigin(publicList)).isFalse();
        assertThat(PostingSettings.hidesOrigin(publicList.with(PostingSettings.HIDE_ORIGIN, HideOrigin.ON)))
                .isTrue();
        assertThat(PostingSettings.hidesOrigin(PRIVATE.with(PostingSettings.HIDE_ORIGIN, HideOrigin.OFF)))
                .isFalse();
    }

    @Test
    void hiddenPostIsStillTheSamePost() {
        Post post = Post.of(TestPosts.list(PRIVATE), TestPosts.from(TestPosts.HTUN), TELLING);
        assertThat(OriginHeaders.hidden(post).id()).isEqualTo(post.id());
        assertThat(OriginHeaders.hidden(post).message().body())
                .isEqualTo(post.message().body());
    }

    private static String text(Message message) {
        return new String(message.bytes(), StandardCharsets.UTF_8);
    }
}
