package org.sampan.mailserver.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;

/** How persons and subscriptions are read from PostgreSQL. */
final class JdbcMemberRows {
    static final String PERSON = "p.id, p.written_as, p.name, p.organisation, p.country, p.language, p.timezone";
    static final String SUBSCRIPTIONS = "select " + PERSON + ", l.address, s.mode, s.state, s.moderated, s.consent,"
            + " s.joined_at from subscription s join person p on p.id = s.person_id join mailing_list l on l.id = s.list_id ";

    /** The person of number {@code :person}, also after two became one. */
    static final String WHO_IT_IS_NOW =
            "coalesce((select f.person_id from former_person f where f.id = :person), :person)";

    private JdbcMemberRows() {}

    static Subscription subscription(ResultSet row, StatementContext context) throws SQLException {
        return new Subscription(
                row.getLong("id"),
                ListAddress.of(row.getString("address")),
                person(row, context),
                DeliveryMode.parse(row.getString("mode")).orElseThrow(),
                Subscription.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("moderated"),
                row.getString("consent"),
                row.getTimestamp("joined_at").toInstant());
    }

    static Person person(ResultSet row, StatementContext context) throws SQLException {
        return new Person(
                new EmailAddress(row.getString("written_as")),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("country"),
                row.getString("language"),
                row.getString("timezone"));
    }
}
