package org.sampan.mailserver.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Rosters.Facet;
import org.sampan.mailserver.membership.Rosters.Facets;
import org.sampan.mailserver.membership.Rosters.Filter;
import org.sampan.mailserver.membership.Rosters.Standing;

/** Counts the kinds of members found on one list, reading each row once; once more for each kind of which one is chosen. */
final class JdbcFacets {
    private static final int MOST_OF_A_KIND = 100;

    /** The kinds are told apart by which columns a row is not grouped by: bit 1 mode, 2 organisation, 4 country. */
    private static final String COUNT = """
            select * from (
              select *, row_number() over (partition by kind order by members desc, value) as place from (
                select grouping(p.country, p.organisation, s.mode) as kind, coalesce(p.country, p.organisation, s.mode, '') as value,
                  count(*) as members, count(*) filter (where s.state = 'active') as active,
                  count(*) filter (where s.state = 'suspended') as suspended, count(*) filter (where s.moderated) as moderated,
                  count(*) filter (where p.paused_until > now()) as paused, count(*) filter (where p.bounce_score > 0) as bouncing
                from subscription s join person p on p.id = s.person_id where s.list_id = :list%s
                group by grouping sets ((p.country), (p.organisation), (s.mode), ())) kinds) placed
            where place <= :most order by kind, place""";

    private static final String IN_TROUBLE = """
            select c.stage, count(*) as members from bounce_case c
            join subscription s on s.list_id = c.list_id and s.person_id = c.person_id join person p on p.id = s.person_id
            where c.list_id = :list and c.stage <> 'suspended'%s group by c.stage""";

    private static final int COUNTRIES = 3;
    private static final int ORGANISATIONS = 5;
    private static final int MODES = 6;

    private long members;
    private final List<Facet> countries = new ArrayList<>();
    private final List<Facet> organisations = new ArrayList<>();
    private final List<Facet> modes = new ArrayList<>();
    private final Map<Standing, Long> standings = new EnumMap<>(Standing.class);

    private JdbcFacets() {}

    static Facets count(Handle handle, MailingList list, Filter filter, Instant now) {
        JdbcFacets found = counted(handle, list, filter);
        return new Facets(
                found.members,
                known(other(handle, list, filter, filter.withoutCountry(), found).countries),
                known(other(handle, list, filter, filter.withoutOrganisation(), found).organisations),
                known(other(handle, list, filter, filter.withoutMode(), found).modes),
                other(handle, list, filter, filter.withoutStanding(), found).inUse(),
                now);
    }

    /** Counted only where something is chosen that the others are to be seen beside. */
    private static JdbcFacets other(Handle handle, MailingList list, Filter filter, Filter wider, JdbcFacets found) {
        return wider.equals(filter) ? found : counted(handle, list, wider);
    }

    private static JdbcFacets counted(Handle handle, MailingList list, Filter filter) {
        JdbcFacets counting = new JdbcFacets();
        String conditions = JdbcRosterConditions.of(filter);
        JdbcRosterConditions.bind(handle.createQuery(COUNT.formatted(conditions)), filter)
                .bind("list", list.id())
                .bind("most", MOST_OF_A_KIND + 1)
                .map((row, context) -> counting.add(row))
                .list();
        JdbcRosterConditions.bind(handle.createQuery(IN_TROUBLE.formatted(conditions)), filter)
                .bind("list", list.id())
                .map((row, context) -> counting.standings.put(
                        Standing.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)), row.getLong("members")))
                .list();
        return counting;
    }

    private boolean add(ResultSet row) throws SQLException {
        Facet facet = new Facet(row.getString("value"), row.getLong("members"));
        return switch (row.getInt("kind")) {
            case COUNTRIES -> countries.add(facet);
            case ORGANISATIONS -> organisations.add(facet);
            case MODES -> modes.add(facet);
            default -> addStandings(row);
        };
    }

    private boolean addStandings(ResultSet row) throws SQLException {
        members = row.getLong("members");
        for (Standing standing :
                List.of(Standing.ACTIVE, Standing.SUSPENDED, Standing.MODERATED, Standing.PAUSED, Standing.BOUNCING)) {
            standings.put(standing, row.getLong(standing.word()));
        }
        return true;
    }

    private static List<Facet> known(List<Facet> facets) {
        return facets.stream()
                .filter(it -> !it.value().isEmpty())
                .limit(MOST_OF_A_KIND)
                .toList();
    }

    private List<Facet> inUse() {
        return standings.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(it -> new Facet(it.getKey().word(), it.getValue()))
                .toList();
    }
}
