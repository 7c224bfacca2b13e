package org.sampan.mailserver.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingListsContract;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcRostersTest implements RostersContract {
    private final Database database;
    private final Members members;
    private final SlowClock clock = new SlowClock();
    private final Rosters rosters;
    private MailingList list;
    private MailingList otherList;

    @SuppressWarnings("NullAway.Init") // the lists are made before each test
    JdbcRostersTest(Database database) {
        this.database = database;
        this.members = new JdbcMembers(database);
        this.rosters = new JdbcRosters(database, clock);
    }

    @BeforeEach
    void startWithTwoListsAndNobody() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, person cascade"));
        JdbcMailingLists lists = new JdbcMailingLists(database);
        list = lists.add(MailingListsContract.MEMBERS);
        otherList = lists.add(MailingListsContract.NEWS);
    }

    @Test
    void countsAreKeptSixtyTimesAsLongAsCountingTook() {
        clock.each = Duration.ofSeconds(1);
        assertThat(rosters.facets(list, Rosters.Filter.ALL).members()).isZero();
        members.add(list, ALICE, DeliveryMode.EACH, "owner");
        assertThat(rosters.facets(list, Rosters.Filter.ALL).members()).isZero();
        clock.now = clock.now.plusSeconds(58);
        assertThat(rosters.facets(list, Rosters.Filter.ALL).members()).isEqualTo(1);
    }

    @Override
    public void isInTrouble(Person person, String stage) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into bounce_case (list_id, person_id, stage, since, reply, due)"
                                + " select ?, id, ?, now(), '550 No', now() from person where email = ?",
                        list.id(),
                        stage,
                        person.email().key()));
    }

    @Override
    public Rosters rosters() {
        return rosters;
    }

    @Override
    public Members members() {
        return members;
    }

    @Override
    public Persons persons() {
        return new JdbcPersons(database);
    }

    @Override
    public MailingList list() {
        return list;
    }

    @Override
    public MailingList otherList() {
        return otherList;
    }

    /** Somewhat later each time it is looked at. */
    private static final class SlowClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T00:00:00Z");
        private Duration each = Duration.ZERO;

        @Override
        public Instant instant() {
            now = now.plus(each);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
