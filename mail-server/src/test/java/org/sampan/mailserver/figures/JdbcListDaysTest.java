package org.sampan.mailserver.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingListsContract;
import org.sampan.mailserver.membership.JdbcMembers;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcListDaysTest implements ListDaysContract {
    private final Database database;
    private final Clock clock = Clock.systemUTC();
    private MailingList list;

    @SuppressWarnings("NullAway.Init") // the list is made before each test
    JdbcListDaysTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void startWithAList() {
        execute("truncate mailing_list, person, delivery cascade");
        list = new JdbcMailingLists(database).add(MailingListsContract.NEWS);
    }

    @Test
    void aDayOfManyChangesIsOneRowInTheEnd() {
        for (int i = 0; i < 3; i++) {
            execute("insert into roster_change (list_id, day, joined) values (" + list.id() + ", '2026-01-01', 2)");
        }
        days().settle(list);
        assertThat(count("select count(*) from roster_change")).isOne();
        assertThat(count("select joined from roster_change")).isEqualTo(6);
    }

    @Test
    void listThatGoesTakesItsDaysAlong() {
        execute("insert into person (email, written_as) values ('a@farm.example', 'a@farm.example')");
        execute("insert into subscription (list_id, person_id, consent) select " + list.id()
                + ", id, 'owner' from person");
        days().last(list, 1);
        new JdbcMailingLists(database).remove(list.address());
        assertThat(count("select count(*) from roster_change")).isZero();
    }

    @Override
    public ListDays days() {
        return new JdbcListDays(database, clock);
    }

    @Override
    public Members members() {
        return new JdbcMembers(database);
    }

    @Override
    public MailingList list() {
        return list;
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public void letDaysGoBy(int days) {
        execute("update roster_change set day = day - " + days);
        execute("update list_day set day = day - " + days);
        execute("update delivery set created_at = created_at - interval '" + days + " days'");
        execute("update bounce set at = at - interval '" + days + " days'");
    }

    @Override
    public void send(int recipients, int sent, int deferred, int failed) {
        String post = "p" + count("select count(*) from post");
        execute(
                "insert into post (id, list_id, message_id, thread_id, from_email, from_name, subject, bytes, received_at,"
                        + " received) values ('" + post + "', " + list.id() + ", '" + post
                        + "', '', '', '', '', 0, now(), '')");
        execute("insert into delivery (post_id, list_id, envelope_sender, marker, recipients, sent, deferred, failed,"
                + " expires_at) values ('" + post + "', " + list.id() + ", '', '', " + recipients + ", " + sent + ", "
                + deferred + ", " + failed + ", now())");
    }

    @Override
    public void bounce(String email) {
        execute("insert into person (email, written_as) values ('" + email + "', '" + email + "')");
        execute("insert into bounce (person_id, list_id, delivery_id, kind, status, reply, provider, at)"
                + " select max(id), " + list.id() + ", 1, 'hard', '', '', '', now() from person");
    }

    @Override
    public void forgetEverything() {
        execute("delete from delivery");
        execute("delete from bounce");
    }

    private long count(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void execute(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
