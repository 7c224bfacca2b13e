package org.sampan.mailserver.mailinglist;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcAcceptedSendersTest implements AcceptedSendersContract {
    private final Database database;
    private MailingList list;
    private MailingList otherList;

    @SuppressWarnings("NullAway.Init") // the lists are made before each test
    JdbcAcceptedSendersTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void startWithTwoLists() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list cascade"));
        JdbcMailingLists lists = new JdbcMailingLists(database);
        list = lists.add(MailingListsContract.NEWS);
        otherList = lists.add(ListSettings.of(ListAddress.of("board@lists.example")));
    }

    @Override
    public AcceptedSenders accepted() {
        return new JdbcAcceptedSenders(database);
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
