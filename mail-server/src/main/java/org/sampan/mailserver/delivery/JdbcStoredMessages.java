package org.sampan.mailserver.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.sampan.mailserver.mailinglist.BasicSettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.PostId;

/** Reads what goes on the wire, and to whom. */
final class JdbcStoredMessages {
    private static final String RECIPIENTS = """
            select p.id, p.written_as, p.language, p.text_only
            from delivery d
            join subscription s on s.list_id = d.list_id and s.person_id = any (:persons) and s.state = 'active'
              and s.mode <> 'none'
            join person p on p.id = s.person_id
            where d.id = :delivery""";
    private static final String EARLIER_READERS =
            "select p.id, p.written_as, p.language, p.text_only from person p where p.id = any (:persons)";
    private static final String MESSAGE = """
            select d.id, d.post_id, coalesce(d.list_id, 0) as list_id, d.recipient, d.envelope_sender, d.marker, d.fallback, d.expires_at,
              case when d.list_id is null then '' else coalesce(l.value, :standardLanguage) end as list_language,
              d.follows is not null as to_earlier_readers,
              exists (select from list_setting t where t.list_id = d.list_id and t.name = 'tls' and t.value = 'required') as encrypted_only
            from delivery d left join list_setting l on l.list_id = d.list_id and l.name = 'language'
            where d.id = :delivery and d.state in ('active', 'paused')""";

    private JdbcStoredMessages() {}

    /** Empty when the delivery is finished or its list gone. */
    static Optional<StoredMessage> find(Handle handle, long delivery) {
        Map<Boolean, Map<String, byte[]>> variants = variants(handle, delivery);
        return variants.isEmpty()
                ? Optional.empty()
                : handle.createQuery(MESSAGE)
                        .bind("delivery", delivery)
                        .bind("standardLanguage", BasicSettings.LANGUAGE.standard())
                        .map((row, context) -> message(row, variants))
                        .findOne();
    }

    /** Those who still are to get it. */
    static Map<Long, Recipient> recipients(Handle handle, StoredMessage message, Collection<Long> persons) {
        Map<Long, Recipient> found = new HashMap<>(persons.size() * 2);
        recipients(handle, message)
                .bindArray("persons", Long.class, persons.toArray())
                .map((row, context) -> new Recipient(
                        row.getLong("id"),
                        new EmailAddress(row.getString("written_as")),
                        row.getString("language"),
                        row.getBoolean("text_only")))
                .forEach(it -> found.put(it.person(), it));
        return found;
    }

    private static Query recipients(Handle handle, StoredMessage message) {
        return message.toEarlierReaders()
                ? handle.createQuery(EARLIER_READERS)
                : handle.createQuery(RECIPIENTS).bind("delivery", message.delivery());
    }

    /** By language; under true those of plain text. */
    private static Map<Boolean, Map<String, byte[]>> variants(Handle handle, long delivery) {
        Map<Boolean, Map<String, byte[]>> variants = new HashMap<>();
        handle.createQuery("select language, text_only, message from delivery_variant where delivery_id = :delivery")
                .bind("delivery", delivery)
                .map((row, context) -> variants.computeIfAbsent(row.getBoolean("text_only"), key -> new HashMap<>())
                        .put(row.getString("language"), row.getBytes("message")))
                .list();
        return variants;
    }

    private static StoredMessage message(ResultSet row, Map<Boolean, Map<String, byte[]>> variants)
            throws SQLException {
        return new StoredMessage(
                row.getLong("id"),
                Optional.ofNullable(row.getString("post_id")).map(PostId::new),
                row.getLong("list_id"),
                Optional.ofNullable(row.getString("recipient")).map(EmailAddress::new),
                row.getBoolean("encrypted_only"),
                row.getBoolean("to_earlier_readers"),
                row.getString("list_language"),
                new Outgoing(
                        row.getString("envelope_sender"),
                        row.getString("marker"),
                        variants.getOrDefault(false, Map.of()),
                        variants.getOrDefault(true, Map.of()),
                        row.getString("fallback"),
                        row.getTimestamp("expires_at").toInstant()));
    }
}
