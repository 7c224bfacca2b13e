package org.sampan.mailserver.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingListsContract;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcMembers;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Members.NewMember;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.storage.Database;

/** A list with subscribers, posts on it, and the ledger of their deliveries. */
public final class LedgerUnderTest {
    public static final String MARKER = "k7Qm2xWp9ZrT4bYc";

    private final Database database;
    private final Deliveries deliveries;

    public LedgerUnderTest(Database database) {
        this.database = database;
        this.deliveries = new JdbcDeliveries(database);
    }

    public Database database() {
        return database;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public DeliveryBatches batches() {
        return new JdbcDeliveryBatches(database, false);
    }

    public Members members() {
        return new JdbcMembers(database);
    }

    /** The only list there is now, with so many subscribers. */
    public MailingList listOf(int subscribers) {
        // An engine of the test before may be at its last outcomes.
        database.inTransaction(handle -> handle.execute("truncate mailing_list, person, delivery cascade"));
        MailingList list = new JdbcMailingLists(database).add(MailingListsContract.NEWS);
        members()
                .addAll(
                        list,
                        IntStream.range(0, subscribers)
                                .mapToObj(i -> new NewMember(Person.of(reader(i)), Optional.of(DeliveryMode.EACH))),
                        "import");
        return list;
    }

    /** {@code reader0@domain0.example} and so on, ten a domain. */
    public static EmailAddress reader(int number) {
        return new EmailAddress("reader" + number + "@domain" + number / 10 + ".example");
    }

    public PostId newPost(MailingList list) {
        String messageId = "<" + UUID.randomUUID() + "@harbour.example>";
        PostId post = PostId.of(list.address(), messageId);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into post (id, list_id, message_id, thread_id, from_email, from_name, subject, bytes,"
                                + " received_at, received) values (?, ?, ?, ?, '', '', '', 0, now(), '')",
                        post.text(),
                        list.id(),
                        messageId,
                        post.text()));
        return post;
    }

    public PostId fanOut(MailingList list, Readership readership) {
        PostId post = newPost(list);
        deliveries.fanOut(list, post, readership, personal());
        return post;
    }

    public PostId fanOut(MailingList list, Outgoing message) {
        PostId post = newPost(list);
        deliveries.fanOut(list, post, message);
        return post;
    }

    public DeliveryProgress progress(PostId post) {
        return deliveries.progress(post).orElseThrow();
    }

    public boolean isFinished(PostId post) {
        return progress(post).finishedAt() != null;
    }

    /** What the ledger says of everybody the post was batched for: address, then {@code sent}, {@code failed} … */
    public Map<String, String> statuses(PostId post) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select p.email, coalesce(x.status, (array['open', 'sent', 'deferred', 'failed', 'left', 'cancelled', 'elsewhere'])[r.byte + 1]) as status
                        from delivery d join delivery_batch b on b.delivery_id = d.id
                        cross join lateral (
                          select b.recipients[i] as person, get_byte(b.outcome, i - 1) as byte
                          from generate_series(1, cardinality(b.recipients)) i) r
                        join person p on p.id = r.person
                        left join delivery_problem x on x.delivery_id = d.id and x.person_id = r.person
                        where d.post_id = :post""")
                        .bind("post", post.text())
                        .reduceRows(new HashMap<>(), (found, row) -> {
                            found.put(row.getColumn("email", String.class), row.getColumn("status", String.class));
                            return found;
                        }));
    }

    /** Makes everything deferred due now. */
    public void letTimeGoBy() {
        execute("update delivery_problem set next_attempt_at = now() where status = 'deferred'");
    }

    /** What waits for an hour of its readers' day has come to it. */
    public void letTheHourCome() {
        execute("update delivery_batch set due_at = now() where state = 'waiting'");
    }

    /** As if the node that holds them had died a while ago. */
    public void letLeasesRunOut() {
        execute("update delivery_batch set lease_until = now() - interval '1 second' where state = 'leased'");
        execute("update delivery_problem set lease_until = now() - interval '1 second' where status = 'retrying'");
    }

    public void letYearsGoBy() {
        execute("update delivery set finished_at = finished_at - interval '2 years'");
    }

    /** Different for each recipient: sender, leave link, address. */
    public static Outgoing personal() {
        return personal(Instant.now().plus(Duration.ofDays(1)));
    }

    public static Outgoing personal(Instant expiresAt) {
        String text = "From: alice@harbour.example\r\nTo: mekong-news@lists.example\r\nSubject: Boats\r\n"
                + "List-Unsubscribe: <http://localhost/leave/" + MARKER + "L>\r\n\r\nThe boat leaves at six.\r\n.\r\n"
                + "..two dots\r\n-- \r\nFor " + MARKER + "R\r\n";
        return new Outgoing(
                "mekong-news-bounces+" + MARKER + "V@lists.example",
                MARKER,
                Map.of("", text.getBytes(StandardCharsets.UTF_8)),
                "",
                expiresAt);
    }

    /** The same for everybody. */
    public static Outgoing uniform() {
        return new Outgoing(
                "mekong-news-bounces@lists.example",
                "",
                Map.of("", "Subject: Boats\r\n\r\nThe boat leaves at six.\r\n".getBytes(StandardCharsets.UTF_8)),
                "",
                Instant.now().plus(Duration.ofDays(1)));
    }

    private void execute(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
