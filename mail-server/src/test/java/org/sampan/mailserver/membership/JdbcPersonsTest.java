package org.sampan.mailserver.membership;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingListsContract;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcPersonsTest implements PersonsContract {
    private final Database database;
    private final Persons persons;
    private final Members members;
    private MailingList list;
    private MailingList otherList;

    @SuppressWarnings("NullAway.Init") // the lists are made before each test
    JdbcPersonsTest(Database database) {
        this.database = database;
        this.persons = new JdbcPersons(database);
        this.members = new JdbcMembers(database);
    }

    @BeforeEach
    void startWithTwoListsAndNobody() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, person cascade"));
        JdbcMailingLists lists = new JdbcMailingLists(database);
        list = lists.add(MailingListsContract.MEMBERS);
        otherList = lists.add(MailingListsContract.NEWS);
    }

    @Override
    public Persons persons() {
        return persons;
    }

    @Override
    public Members members() {
        return members;
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
