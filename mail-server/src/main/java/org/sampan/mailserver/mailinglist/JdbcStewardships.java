package org.sampan.mailserver.mailinglist;

import java.util.List;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.storage.Database;

/** Stewardships in PostgreSQL. */
public final class JdbcStewardships implements Stewardships {
    private final Jdbi jdbi;

    @Inject
    public JdbcStewardships(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Stewardship> of(EmailAddress steward) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select l.id, bool_or(s.role = :owner) as owner from list_steward s"
                                + " join mailing_list l on l.id = s.list_id where s.email = :email"
                                + " group by l.id, l.address order by l.address")
                .bind("owner", ListWords.word(Steward.OWNER))
                .bind("email", steward.key())
                .map((row, context) ->
                        new Stewardship(row.getLong("id"), row.getBoolean("owner") ? Steward.OWNER : Steward.MODERATOR))
                .list());
    }

    @Override
    public void give(MailingList list, Steward role, EmailAddress steward) {
        jdbi.useHandle(handle -> naming(
                        handle.createUpdate("insert into list_steward (list_id, email, role)"
                                + " values (:list, :email, :role) on conflict do nothing"),
                        list,
                        role,
                        steward)
                .execute());
    }

    @Override
    public Taken take(MailingList list, Steward role, EmailAddress steward) {
        return jdbi.inTransaction(handle -> {
            // Two owners who take each other away wait here for one another.
            handle.createQuery("select id from mailing_list where id = :list for update")
                    .bind("list", list.id())
                    .mapTo(Long.class)
                    .findOne();
            if (role == Steward.OWNER && isOnlyOwner(handle, list, steward)) {
                return Taken.LAST_OWNER;
            }
            int taken = naming(
                            handle.createUpdate("delete from list_steward where list_id = :list"
                                    + " and email = :email and role = :role"),
                            list,
                            role,
                            steward)
                    .execute();
            return taken > 0 ? Taken.TAKEN : Taken.NOT_THERE;
        });
    }

    private static boolean isOnlyOwner(Handle handle, MailingList list, EmailAddress steward) {
        List<String> owners = handle.createQuery(
                        "select email from list_steward where list_id = :list and role = :role limit 2")
                .bind("list", list.id())
                .bind("role", ListWords.word(Steward.OWNER))
                .mapTo(String.class)
                .list();
        return owners.equals(List.of(steward.key()));
    }

    private static <S extends SqlStatement<S>> S naming(
            S statement, MailingList list, Steward role, EmailAddress steward) {
        return statement.bind("list", list.id()).bind("email", steward.key()).bind("role", ListWords.word(role));
    }
}
