package org.sampan.mailserver.membership;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Members.Becomes;
import org.sampan.mailserver.membership.Members.ImportCount;
import org.sampan.mailserver.membership.Members.ImportPreview;
import org.sampan.mailserver.membership.Members.NewMember;

/** Copies new members into a table of their own as they come, then puts them on the list with three statements. */
final class JdbcMembersImport {
    private static final long MANY = 10_000;
    private static final int CHUNK_CHARACTERS = 64 * 1024;
    /** Two imports at once would lock the same persons in different order; the second waits. */
    private static final long ONE_AT_A_TIME = 0x73616d70616e0001L;

    private static final String TABLE = "create temporary table incoming (line bigint generated always as identity,"
            + " email text not null, written_as text not null, name text not null, organisation text not null,"
            + " country text not null, language text not null, timezone text not null, mode text not null) on commit drop";
    private static final String COPY =
            "copy incoming (email, written_as, name, organisation, country, language, timezone, mode) from stdin";
    private static final String LAST_LINE_HOLDS =
            "delete from incoming i using incoming later where later.email = i.email and later.line > i.line";

    private static final String UPDATE = """
            with texts as (
              update person p set
                name = coalesce(nullif(i.name, ''), p.name),
                organisation = coalesce(nullif(i.organisation, ''), p.organisation),
                country = coalesce(nullif(i.country, ''), p.country),
                language = coalesce(nullif(i.language, ''), p.language),
                timezone = coalesce(nullif(i.timezone, ''), p.timezone)
              from incoming i
              where p.email = i.email
                and (i.name not in ('', p.name) or i.organisation not in ('', p.organisation)
                  or i.country not in ('', p.country) or i.language not in ('', p.language)
                  or i.timezone not in ('', p.timezone))
              returning p.id),
            modes as (
              update subscription s set mode = i.mode
              from incoming i join person p on p.email = i.email
              where s.list_id = :list and s.person_id = p.id and i.mode not in ('', s.mode)
              returning s.person_id as id)
            select count(*) from (
              select id from texts where exists (select from subscription where list_id = :list and person_id = texts.id)
              union select id from modes) changed
            """;
    private static final String PERSONS =
            "insert into person (email, written_as, name, organisation, country, language,"
                    + " timezone) select email, written_as, name, organisation, country, language, timezone from incoming order by email"
                    + " on conflict do nothing";
    private static final String SUBSCRIPTIONS = "insert into subscription (list_id, person_id, mode, consent)"
            + " select :list, p.id, coalesce(nullif(i.mode, ''), 'each'), :consent"
            + " from incoming i join person p on p.email = i.email order by p.id on conflict do nothing";

    /** What the two statements above and the one below would do to each line that is left. */
    private static final String BECOMES = """
            select i.*, case when s.person_id is null then 'added'
                when i.mode not in ('', s.mode) or i.name not in ('', p.name) or i.organisation not in ('', p.organisation)
                  or i.country not in ('', p.country) or i.language not in ('', p.language)
                  or i.timezone not in ('', p.timezone) then 'updated'
                else 'unchanged' end as becomes
            from incoming i left join person p on p.email = i.email
            left join subscription s on s.person_id = p.id and s.list_id = :list""";

    private static final String COUNT = "select count(*) filter (where becomes = 'added') as added,"
            + " count(*) filter (where becomes = 'updated') as updated from (" + BECOMES + ") b";
    private static final String FIRST = "select * from (" + BECOMES + ") b order by line limit :shown";

    private final Handle handle;
    private final MailingList list;
    private final String consent;

    JdbcMembersImport(Handle handle, MailingList list, String consent) {
        this.handle = handle;
        this.list = list;
        this.consent = consent;
    }

    ImportCount run(Stream<NewMember> members) {
        handle.execute(TABLE);
        long copied = copy(members);
        handle.execute("analyze incoming");
        handle.execute(LAST_LINE_HOLDS);
        handle.execute("select pg_advisory_xact_lock(?)", ONE_AT_A_TIME);
        long updated = handle.createQuery(UPDATE)
                .bind("list", list.id())
                .mapTo(Long.class)
                .one();
        handle.execute(PERSONS);
        long added = handle.createUpdate(SUBSCRIPTIONS)
                .bind("list", list.id())
                .bind("consent", consent)
                .execute();
        if (copied > MANY) {
            handle.execute(
                    "analyze person, subscription"); // or the first pages of the roster are planned for an empty table
        }
        return new ImportCount(added, updated, copied - added - updated);
    }

    ImportPreview preview(Stream<NewMember> members, int shown) {
        handle.execute(TABLE);
        long copied = copy(members);
        handle.execute("analyze incoming");
        handle.execute(LAST_LINE_HOLDS);
        ImportCount count = handle.createQuery(COUNT)
                .bind("list", list.id())
                .map((row, context) -> new ImportCount(
                        row.getLong("added"),
                        row.getLong("updated"),
                        copied - row.getLong("added") - row.getLong("updated")))
                .one();
        List<ImportPreview.Line> first = handle.createQuery(FIRST)
                .bind("list", list.id())
                .bind("shown", shown)
                .map(JdbcMembersImport::line)
                .list();
        return new ImportPreview(count, first);
    }

    private long copy(Stream<NewMember> members) {
        try {
            CopyIn copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY);
            try {
                return write(members.iterator(), copy);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the members cannot be copied into the database", e);
        }
    }

    private static long write(Iterator<NewMember> members, CopyIn copy) throws SQLException {
        StringBuilder chunk = new StringBuilder(CHUNK_CHARACTERS + 2048);
        while (members.hasNext()) {
            appendRow(chunk, members.next());
            if (chunk.length() >= CHUNK_CHARACTERS) {
                flush(chunk, copy);
            }
        }
        flush(chunk, copy);
        return copy.endCopy();
    }

    private static void flush(StringBuilder chunk, CopyIn copy) throws SQLException {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.setLength(0);
    }

    private static void appendRow(StringBuilder chunk, NewMember member) {
        Person person = member.person();
        appendText(chunk, person.email().key()).append('\t');
        appendText(chunk, person.email().written()).append('\t');
        appendText(chunk, person.name()).append('\t');
        appendText(chunk, person.organisation()).append('\t');
        appendText(chunk, person.country()).append('\t');
        appendText(chunk, person.language()).append('\t');
        appendText(chunk, person.timezone()).append('\t');
        chunk.append(member.mode().map(DeliveryMode::word).orElse("")).append('\n');
    }

    /** Tabs and line ends, the other letters COPY reads as its own, cannot be in a {@link Person}. */
    private static StringBuilder appendText(StringBuilder chunk, String text) {
        return chunk.append(text.indexOf('\\') < 0 ? text : text.replace("\\", "\\\\"));
    }

    private static ImportPreview.Line line(ResultSet row, StatementContext context) throws SQLException {
        NewMember member =
                new NewMember(JdbcMemberRows.person(row, context), DeliveryMode.parse(row.getString("mode")));
        return new ImportPreview.Line(
                member, Becomes.valueOf(row.getString("becomes").toUpperCase(Locale.ROOT)));
    }
}
