package org.sampan.mailserver.moderate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcDecidedPostsTest implements DecidedPostsContract {
    private final Database database;
    private final HeldPosts heldPosts;
    private MailingList list;
    private MailingList otherList;

    @SuppressWarnings("NullAway.Init") // the lists are made before each test
    JdbcDecidedPostsTest(Database database) {
        this.database = database;
        this.heldPosts = new JdbcHeldPosts(database);
    }

    @BeforeEach
    void startWithTwoListsAndNothingHeld() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list cascade"));
        JdbcMailingLists lists = new JdbcMailingLists(database);
        list = lists.add(TestPosts.NEWS);
        otherList = lists.add(TestPosts.MEMBERS);
    }

    @Override
    public DecidedPosts decidedPosts() {
        return new JdbcDecidedPosts(database);
    }

    @Override
    public HeldPosts heldPosts() {
        return heldPosts;
    }

    @Override
    public MailingList list() {
        return list;
    }

    @Override
    public MailingList otherList() {
        return otherList;
    }
}
