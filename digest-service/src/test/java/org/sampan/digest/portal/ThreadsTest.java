package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Post;
import org.sampan.digest.mailserver.PostId;

class ThreadsTest {
    private static final ListAddress ADDRESS = new ListAddress("members@lists.example");
    private static final MailingList LIST = new MailingList(
            ADDRESS,
            "Members",
            "",
            MailingList.Visibility.PUBLIC,
            MailingList.Joining.CLOSED,
            MailingList.Posting.MEMBERS,
            "",
            "en",
            1,
            1,
            Instant.EPOCH,
            "off");

    @Test
    void answersStandBelowTheirQuestionAndTheLivelyThreadComesFirst() {
        List<PostCard> cards = Threads.of(
                List.of(
                        post(5, "late answer", 1),
                        post(4, "other", 0),
                        post(3, "answer to answer", 2),
                        post(2, "answer", 1),
                        post(1, "question", 0)),
                LIST);
        assertThat(cards)
                .extracting(PostCard::subject)
                .containsExactly("question", "answer", "answer to answer", "late answer", "other");
        assertThat(cards).extracting(PostCard::isBelow).containsExactly(false, true, true, true, false);
    }

    @Test
    void answerWhoseQuestionIsOnAnOlderPageStandsAlone() {
        assertThat(Threads.of(List.of(post(2, "answer", 1)), LIST))
                .extracting(PostCard::isBelow)
                .containsExactly(false);
    }

    @Test
    void circleOfAnswersLosesNothing() {
        assertThat(Threads.of(List.of(post(2, "hen", 1), post(1, "egg", 2)), LIST))
                .hasSize(2);
    }

    @Test
    void addressesOfWritersAreNotShownOnPublicLists() {
        assertThat(Threads.of(List.of(post(1, "question", 0)), LIST).get(0).writer())
                .isEqualTo("alice@…");
    }

    private static Post post(int number, String subject, int answers) {
        return new Post(
                new PostId("b7n4qk2zr5tx6wpa3md" + (char) ('a' + number)),
                ADDRESS,
                "<" + number + "@harbour.example>",
                subject,
                "alice@harbour.example",
                "",
                answers == 0 ? Optional.empty() : Optional.of("<" + answers + "@harbour.example>"),
                Instant.ofEpochSecond(number),
                100,
                URI.create("http://news.example/"));
    }
}
