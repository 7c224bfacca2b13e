package org.sampan.mailserver.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;

/** {@link Deliveries} in PostgreSQL. The recipients are chosen and cut into batches there; none of them passes through here. */
public final class JdbcDeliveries implements Deliveries {
    private static final String INSERT = """
            insert into delivery (post_id, list_id, recipient, envelope_sender, marker, fallback, recipients, expires_at)
            values (:post, :list, :recipient, :sender, :marker, :fallback, :recipients, :expires)
            on conflict (post_id) do nothing
            returning id""";
    private static final String SINCE_LAST_PERSONAL = """
            select count(*) from delivery where list_id = :list and post_id is not null and id > coalesce(
              (select id from delivery where list_id = :list and post_id is not null and marker <> '' order by id desc limit 1), 0)""";
    private static final String FORGET = """
            with old as (
              select id, post_id from delivery where state in ('finished', 'cancelled') and finished_at < now() - :age * interval '1 second'
              and (post_id is null or exists (select from delivery_batch where delivery_id = delivery.id))
              order by finished_at limit 1000
            ), batches as (
              delete from delivery_batch using old where delivery_id = old.id
            ), problems as (
              delete from delivery_problem using old where delivery_id = old.id
            ), notices as (
              delete from delivery using old where delivery.id = old.id and old.post_id is null
            )
            select count(*) from old""";

    private final Jdbi jdbi;
    private final boolean held;

    @Inject
    JdbcDeliveries(Database database, Settings settings) {
        this(database, settings.delivery().hold());
    }

    /** Whose sends begin at once. */
    public JdbcDeliveries(Database database) {
        this(database, false);
    }

    /** @param held whether sends begin paused */
    JdbcDeliveries(Database database, boolean held) {
        this.jdbi = database.jdbi();
        this.held = held;
    }

    @Override
    public void fanOut(MailingList list, PostId post, Readership readership, Outgoing message) {
        jdbi.useTransaction(handle -> insert(handle, new Head(post.text(), list.id(), null, 0), message)
                .ifPresent(delivery -> {
                    new JdbcFanOut(handle, list, readership, held).batch(delivery);
                    wakeDeliver(handle);
                }));
    }

    @Override
    public long sinceLastPersonal(MailingList list) {
        return jdbi.withHandle(handle -> handle.createQuery(SINCE_LAST_PERSONAL)
                .bind("list", list.id())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public long send(EmailAddress recipient, Optional<MailingList> list, Outgoing message) {
        Head head = new Head(null, list.map(MailingList::id).orElse(null), recipient.written(), 1);
        return jdbi.inTransaction(handle -> {
            long delivery = insert(handle, head, message).orElseThrow();
            handle.createUpdate("insert into delivery_batch (delivery_id, turn, recipients, outcome)"
                            + " values (:delivery, 0, '{0}', '\\x00')")
                    .bind("delivery", delivery)
                    .execute();
            wakeDeliver(handle);
            return delivery;
        });
    }

    @Override
    public Optional<DeliveryProgress> progress(PostId post) {
        return jdbi.withHandle(handle -> JdbcDeliveryProgress.find(handle, post));
    }

    @Override
    public List<CommonReason> reasons(PostId post, int most) {
        return jdbi.withHandle(handle -> JdbcDeliveryProgress.reasons(handle, post, most));
    }

    @Override
    public List<TroubledCopy> troubled(PostId post, Set<RecipientStatus.Status> statuses, long after, int most) {
        return jdbi.withHandle(handle ->
                JdbcDeliveryProgress.troubled(handle, post, statuses, new JdbcDeliveryProgress.Page(after, most)));
    }

    @Override
    public Optional<RecipientStatus> status(PostId post, EmailAddress recipient) {
        return jdbi.withHandle(handle -> JdbcRecipientStatus.find(handle, post, recipient));
    }

    @Override
    public Optional<DeliveredCopy> find(VerpAddress copy) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select d.post_id, d.list_id, coalesce(p.written_as, d.recipient) as recipient
                        from delivery d left join person p on p.id = :person
                        where d.id = :delivery and (p.id is not null or (:person = 0 and d.recipient is not null))""")
                .bind("delivery", copy.delivery())
                .bind("person", copy.person())
                .map((row, context) -> new DeliveredCopy(
                        Optional.ofNullable(row.getString("post_id")).map(PostId::new),
                        Optional.ofNullable(row.getObject("list_id", Long.class)),
                        new EmailAddress(row.getString("recipient"))))
                .findOne());
    }

    @Override
    public int forget(Duration olderThan) {
        return jdbi.inTransaction(handle -> handle.createQuery(FORGET)
                .bind("age", olderThan.toSeconds())
                .mapTo(Integer.class)
                .one());
    }

    private static Optional<Long> insert(Handle handle, Head head, Outgoing message) {
        Optional<Long> delivery = handle.createQuery(INSERT)
                .bind("post", head.post())
                .bind("list", head.list())
                .bind("recipient", head.recipient())
                .bind("recipients", head.recipients())
                .bind("sender", message.envelopeSender())
                .bind("marker", message.marker())
                .bind("fallback", message.fallbackLanguage())
                .bind("expires", message.expiresAt())
                .mapTo(Long.class)
                .findOne();
        delivery.ifPresent(id -> {
            message.variants().forEach((language, bytes) -> insert(handle, id, language, false, bytes));
            message.textVariants().forEach((language, bytes) -> insert(handle, id, language, true, bytes));
        });
        return delivery;
    }

    private static void insert(Handle handle, long delivery, String language, boolean textOnly, byte[] variant) {
        handle.createUpdate("insert into delivery_variant (delivery_id, language, text_only, message)"
                        + " values (:id, :language, :textOnly, :bytes)")
                .bind("id", delivery)
                .bind("language", language)
                .bind("textOnly", textOnly)
                .bind("bytes", variant)
                .execute();
    }

    private static void wakeDeliver(Handle handle) {
        handle.execute("select pg_notify(?, '')", DeliveryCalls.CHANNEL);
    }

    private record Head(
            @Nullable String post,
            @Nullable Long list,
            @Nullable String recipient,
            int recipients) {}
}
