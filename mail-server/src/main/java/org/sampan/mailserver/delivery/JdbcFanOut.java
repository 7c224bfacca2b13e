package org.sampan.mailserver.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.DigestSettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Audience;
import org.sampan.mailserver.post.PostId;

/**
 * Cuts the readers of one post into batches, within a transaction. They are chosen in the database and none of them passes through
 * here: what differs from zone to zone is worked out once a zone.
 */
final class JdbcFanOut {
    /** Most recipients of one batch. */
    static final int BATCH = 500;

    private static final String READERS_OF_LIST = """
            select s.person_id, p.domain, p.timezone
            from subscription s join person p on p.id = s.person_id
            where s.list_id = :list and s.mode = any (:modes) and s.state = 'active'
              and (cardinality(:zones) = 0 or p.timezone = any (:zones))
              and (p.paused_until is null or p.paused_until <= now())
              and (p.own_copy or p.id <> all (:authors))
              and (not p.skip_when_addressed or p.id <> all (:addressed))""";
    // What is still under way will reach its reader, who then wants this one as well.
    private static final String READERS_OF_EARLIER = """
            select distinct p.id as person_id, p.domain, p.timezone
            from delivery d join delivery_batch b on b.delivery_id = d.id
            cross join unnest(b.recipients) with ordinality r (person_id, place)
            left join former_person f on f.id = r.person_id
            join person p on p.id = coalesce(f.person_id, r.person_id)
            where d.id = :follows and case get_byte(b.outcome, r.place::integer - 1)
                when 0 then d.state in ('active', 'paused')
                when 1 then true
                when 2 then exists (select from delivery_problem x where x.delivery_id = d.id and x.person_id = r.person_id
                  and x.status in ('deferred', 'retrying', 'sent'))
                else false end""";
    private static final String ELSEWHERE = """
            exists (select from subscription o where o.person_id = r.person_id and o.list_id = any (:except)
              and o.mode = 'each' and o.state = 'active')""";
    private static final String DUE =
            "case when z.timezone is null then cast(:otherwise as timestamptz) else z.due_at end";
    private static final String ZONES = """
            left join unnest(cast(:dueZones as text[]), cast(:dues as timestamptz[])) z (timezone, due_at) on z.timezone = r.timezone""";
    private static final String BATCHES = """
            with reader as (
              %s
            ), placed as (
              select r.person_id, r.domain, %s as elsewhere, %s as due_at from reader r %s
            ), numbered as (
              select person_id, elsewhere, due_at, row_number() over line as n, (row_number() over line - 1) / :size as turn
              from placed
              window line as (%s order by domain collate "C", person_id)
            ), written as (
              insert into delivery_batch (delivery_id, turn, recipients, outcome, state, due_at)
              select :delivery, turn, array_agg(person_id order by n), %s,
                case when bool_and(elsewhere) then 'done' when due_at is null then 'ready' else 'waiting' end, due_at
              from numbered group by due_at, turn order by turn, due_at
              returning cardinality(recipients) as size, state
            )
            select coalesce(sum(size), 0) as recipients, coalesce(sum(size) filter (where state = 'done'), 0) as elsewhere
            from written""";
    private static final String ALL_OPEN = "decode(repeat('00', count(*)::integer), 'hex')";
    private static final String SOME_ELSEWHERE =
            "decode(string_agg(case when elsewhere then '06' else '00' end, '' order by n), 'hex')";
    private static final String COUNTED = """
            update delivery d set recipients = :recipients, sent = :elsewhere, follows = :follows,
              timed = b.last_due is not null, expires_at = expires_at + coalesce(b.last_due - now(), interval '0'),
              state = case when :recipients = :elsewhere then 'finished' when :held then 'paused' else 'active' end,
              halted_at = case when :held and :recipients > :elsewhere then now() end,
              halted_by = case when :held and :recipients > :elsewhere then :by else '' end,
              started_at = case when :recipients = :elsewhere then now() end,
              finished_at = case when :recipients = :elsewhere then now() end
            from (select max(due_at) as last_due from delivery_batch where delivery_id = :delivery) b
            where d.id = :delivery""";
    private static final String EARLIER = """
            select id from delivery d where post_id = :post and (recipients = 0 or exists
              (select from delivery_batch b where b.delivery_id = d.id))""";

    private final Handle handle;
    private final MailingList list;
    private final Readership readership;
    private final OptionalLong follows;
    private final boolean held;

    /** @param held whether the send begins paused */
    JdbcFanOut(Handle handle, MailingList list, Readership readership, boolean held) {
        this.held = held;
        this.handle = handle;
        this.list = list;
        this.readership = readership;
        this.follows = readership
                .audience()
                .received()
                .map(it -> OptionalLong.of(earlier(PostId.of(list.address(), it))))
                .orElse(OptionalLong.empty());
    }

    /** @throws IllegalStateException when it is for those who got an earlier post, and who they are is not kept */
    void batch(long delivery) {
        Size size = timed(bound(
                        handle.createQuery(batches()).bind("delivery", delivery).bind("size", BATCH)))
                .map((row, context) -> new Size(row.getInt("recipients"), row.getInt("elsewhere")))
                .one();
        handle.createUpdate(COUNTED)
                .bind("recipients", size.recipients())
                .bind("elsewhere", size.elsewhere())
                .bind("follows", follows())
                .bind("held", held)
                .bind("by", Halt.BY_SETTING)
                .bind("delivery", delivery)
                .execute();
    }

    private long earlier(PostId post) {
        return handle.createQuery(EARLIER)
                .bind("post", post.text())
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new IllegalStateException("who got post " + post + " is not known (any more)"));
    }

    private String batches() {
        boolean timed = !readership.time().isNow();
        boolean shared = !readership.audience().except().isEmpty();
        return BATCHES.formatted(
                readers(),
                shared ? ELSEWHERE : "false",
                timed ? DUE : "cast(null as timestamptz)",
                timed ? ZONES : "",
                timed ? "partition by due_at" : "",
                shared ? SOME_ELSEWHERE : ALL_OPEN);
    }

    private String readers() {
        return follows.isPresent() ? READERS_OF_EARLIER : READERS_OF_LIST;
    }

    private Query bound(Query query) {
        Audience audience = readership.audience();
        if (!audience.except().isEmpty()) {
            query.bindArray("except", Long.class, (Object[]) lists(audience.except()));
        }
        return follows.isPresent()
                ? query.bind("follows", follows.getAsLong())
                : query.bind("list", list.id())
                        .bindArray("modes", String.class, audience.words().toArray())
                        .bindArray("zones", String.class, audience.zones().toArray())
                        .bindArray("authors", Long.class, (Object[])
                                persons(readership.named().authors()))
                        .bindArray("addressed", Long.class, (Object[])
                                persons(readership.named().addressed()));
    }

    /** By the database's clock, which also says when they are due. */
    private Query timed(Query query) {
        if (readership.time().isNow()) {
            return query;
        }
        Instant now = handle.createQuery("select now()").mapTo(Instant.class).one();
        List<String> zones = zones();
        return query.bindArray("dueZones", String.class, zones.toArray())
                .bindArray(
                        "dues",
                        String.class,
                        zones.stream().map(it -> due(it, now)).toArray())
                .bind("otherwise", due("", now));
    }

    private @Nullable String due(String zone, Instant now) {
        ZoneId otherwise = list.settings().get(DigestSettings.TIMEZONE);
        return readership
                .time()
                .due(zone, otherwise, now)
                .map(Instant::toString)
                .orElse(null);
    }

    private List<String> zones() {
        Query query = handle.createQuery("select distinct timezone from (" + readers() + ") r");
        if (follows.isPresent()) {
            query.bind("follows", follows.getAsLong());
        } else {
            bound(query);
        }
        return query.mapTo(String.class).list();
    }

    private @Nullable Long follows() {
        return follows.isPresent() ? follows.getAsLong() : null;
    }

    private Long[] lists(Set<ListAddress> addresses) {
        return handle.createQuery("select id from mailing_list where address = any (:addresses)")
                .bindArray(
                        "addresses",
                        String.class,
                        addresses.stream().map(ListAddress::toString).toArray())
                .mapTo(Long.class)
                .list()
                .toArray(Long[]::new);
    }

    /** By any of their addresses. */
    private Long[] persons(Set<EmailAddress> emails) {
        return emails.isEmpty()
                ? new Long[0]
                : handle.createQuery("select id from person where email = any (:emails)"
                                + " union select person_id from person_address where email = any (:emails)")
                        .bindArray(
                                "emails",
                                String.class,
                                emails.stream().map(EmailAddress::key).toArray())
                        .mapTo(Long.class)
                        .list()
                        .toArray(Long[]::new);
    }

    /** @param elsewhere in batches of which everybody gets the post through another list */
    private record Size(int recipients, int elsewhere) {}
}
