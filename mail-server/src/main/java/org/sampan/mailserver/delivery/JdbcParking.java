package org.sampan.mailserver.delivery;

import java.time.Duration;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Batches that are not to be claimed before their time. */
final class JdbcParking {
    private JdbcParking() {}

    static void park(Handle handle, NodeName node, Collection<Long> batches, Duration pause) {
        handle.createUpdate("update delivery_batch set state = 'ready', leased_by = null, lease_until = null,"
                        + " not_before = now() + :pause * interval '1 second'"
                        + " where id = any (:ids) and state = 'leased' and leased_by = :node")
                .bind("pause", pause.toSeconds() + 1)
                .bindArray("ids", Long.class, batches.toArray())
                .bind("node", node.toString())
                .execute();
    }

    static void call(Handle handle, Collection<Long> batches) {
        handle.createUpdate("update delivery_batch set not_before = null where id = any (:ids)")
                .bindArray("ids", Long.class, batches.toArray())
                .execute();
    }
}
