package org.sampan.mailserver.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.ALICE;
import static org.sampan.mailserver.post.TestPosts.from;
import static org.sampan.mailserver.post.TestPosts.message;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcPostArchiveTest implements PostArchiveContract {
    private final Database database;
    private final PostArchive archive;
    private MailingList list;
    private MailingList otherList;

    @SuppressWarnings("NullAway.Init") // the lists are made before each test
    JdbcPostArchiveTest(Database database) {
        this.database = database;
        this.archive = new JdbcPostArchive(database);
    }

    @BeforeEach
    void startWithTwoListsAndNoPost() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list cascade"));
        JdbcMailingLists lists = new JdbcMailingLists(database);
        list = lists.add(TestPosts.MEMBERS);
        otherList = lists.add(TestPosts.NEWS);
    }

    @Test
    void answersAreInTheThreadOfTheNearestPostTheListHas() {
        store("1", "");
        store("2", "<1@harbour.example>");
        store("3", "<unknown@harbour.example> <1@harbour.example> <2@harbour.example>");
        store("4", "<unknown@harbour.example>");
        assertThat(thread("2")).isEqualTo(thread("1"));
        assertThat(thread("3")).isEqualTo(thread("1"));
        assertThat(thread("4")).isNotEqualTo(thread("1"));
    }

    @Override
    public PostArchive archive() {
        return archive;
    }

    @Override
    public MailingList list() {
        return list;
    }

    @Override
    public MailingList otherList() {
        return otherList;
    }

    private void store(String number, String references) {
        Post post = Post.of(
                list,
                from(ALICE),
                message("Message-ID: <" + number + "@harbour.example>", "References: " + references, "", "x"));
        archive.store(post, NINE, Map.of("", new byte[0]));
    }

    private String thread(String number) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select thread_id from post where message_id = :id")
                        .bind("id", "<" + number + "@harbour.example>")
                        .mapTo(String.class)
                        .one());
    }
}
