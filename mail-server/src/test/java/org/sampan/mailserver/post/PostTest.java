package org.sampan.mailserver.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.ALICE;
import static org.sampan.mailserver.post.TestPosts.HTUN;
import static org.sampan.mailserver.post.TestPosts.STRANGER;
import static org.sampan.mailserver.post.TestPosts.message;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

class PostTest {
    private static final MailingList LIST = TestPosts.list(TestPosts.MEMBERS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@harbour.example",
                "<alice@harbour.example>",
                "Alice Chan <Alice@Harbour.example>",
                "\"Chan, Alice\" <alice@harbour.example> (on leave)",
                "alice@harbour.example (Alice Chan)",
                "=?utf-8?B?6Zmz?= <alice@harbour.example>",
                "陳 <alice@harbour.example>",
                "Team: alice@harbour.example;",
                "Alice Chan <alice@harbour.example>,",
                "\"alice@elsewhere.example\" <alice@harbour.example>"
            })
    void authorIsFoundHoweverFromIsWritten(String from) {
        assertThat(authors("From: " + from)).containsExactly(ALICE);
    }

    @Test
    void everyAuthorCounts() {
        assertThat(authors("From: alice@harbour.example, Htun <htun@riverside.example>"))
                .containsExactly(ALICE, HTUN);
        assertThat(authors("From: alice@harbour.example", "From: htun@riverside.example"))
                .containsExactly(ALICE, HTUN);
    }

    @Test
    void withoutFromTheSenderIsTheAuthor() {
        assertThat(authors("Sender: alice@harbour.example")).containsExactly(ALICE);
        assertThat(authors("From: undisclosed", "Subject: x")).containsExactly(STRANGER);
    }

    @Test
    void nameOfTheAuthorIsRead() {
        Post post = post("From: =?utf-8?Q?Ren=C3=A9e_Wong?= <alice@harbour.example>");
        assertThat(post.author().orElseThrow().name()).isEqualTo("Renée Wong");
    }

    @Test
    void sameMailWithoutMessageIdIsTheSamePostAgain() {
        Post first = post("Received: by mx1", "From: alice@harbour.example", "Subject: x");
        Post again = post("Received: by mx2", "From: alice@harbour.example", "Subject: x");
        Post other = post("From: alice@harbour.example", "Subject: y");
        assertThat(first.messageId()).matches("<[0-9a-f]{32}@lists\\.example>");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(other.id()).isNotEqualTo(first.id());
    }

    @Test
    void messageIdIsTakenWithoutWhatStandsAround() {
        assertThat(post("Message-ID: junk <1@harbour.example> (comment)").messageId())
                .isEqualTo("<1@harbour.example>");
        assertThat(post("Message-ID: 1@harbour.example").messageId()).endsWith("@lists.example>");
    }

    @Test
    void nearestAnsweredPostComesFirst() {
        Headers headers = message(
                        "In-Reply-To: <3@x.example>", "References: <1@x.example> <2@x.example>", "\t<3@x.example>", "")
                .headers();
        assertThat(MessageIds.answered(headers)).containsExactly("<3@x.example>", "<2@x.example>", "<1@x.example>");
    }

    private static java.util.List<EmailAddress> authors(String... headers) {
        return post(headers).authors().stream().map(Author::email).toList();
    }

    private static Post post(String... headers) {
        return Post.of(
                LIST,
                new Envelope(Optional.of(STRANGER), Optional.empty()),
                message(String.join("\r\n", headers), "", "x"));
    }
}
