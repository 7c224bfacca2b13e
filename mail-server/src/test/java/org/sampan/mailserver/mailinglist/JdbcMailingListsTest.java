package org.sampan.mailserver.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcMailingListsTest implements MailingListsContract {
    private final AtomicLong nanoClock = new AtomicLong(Long.MAX_VALUE - 1);
    private final Database database;
    private final JdbcMailingLists lists;
    private final JdbcMailingLists listsOfAnotherNode;

    JdbcMailingListsTest(Database database) {
        this.database = database;
        lists = new JdbcMailingLists(database, nanoClock::get);
        listsOfAnotherNode = new JdbcMailingLists(database, nanoClock::get);
    }

    @BeforeEach
    void removeAllLists() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, first_start cascade"));
    }

    @Override
    public MailingLists lists() {
        return lists;
    }

    @Override
    public MailingLists listsOfAnotherNode() {
        return listsOfAnotherNode;
    }

    @Override
    public void waitForTheOtherNode() {
        nanoClock.addAndGet(JdbcMailingLists.FRESH.toNanos());
    }

    @Test
    void databaseIsNotAskedForEveryAddress() {
        assertThat(lists.find(MEMBERS.address())).isEmpty();
        listsOfAnotherNode.add(MEMBERS);
        assertThat(lists.find(MEMBERS.address())).isEmpty();
        waitForTheOtherNode();
        assertThat(lists.find(MEMBERS.address())).isPresent();
    }
}
