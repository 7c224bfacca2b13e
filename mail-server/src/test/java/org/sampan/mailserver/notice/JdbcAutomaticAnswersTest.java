package org.sampan.mailserver.notice;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingListsContract;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcAutomaticAnswersTest implements AutomaticAnswersContract {
    private final Database database;
    private final ClockByHand clock = new ClockByHand(Instant.parse("2026-11-22T01:00:00Z"));
    private final AutomaticAnswers answers;
    private MailingList list;
    private MailingList otherList;

    @SuppressWarnings("NullAway.Init") // the lists are made before each test
    JdbcAutomaticAnswersTest(Database database) {
        this.database = database;
        this.answers = new JdbcAutomaticAnswers(database, clock);
    }

    @BeforeEach
    void startWithTwoLists() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list cascade"));
        JdbcMailingLists lists = new JdbcMailingLists(database);
        list = lists.add(MailingListsContract.MEMBERS);
        otherList = lists.add(MailingListsContract.NEWS);
    }

    @Override
    public AutomaticAnswers answers() {
        return answers;
    }

    @Override
    public ClockByHand clock() {
        return clock;
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
