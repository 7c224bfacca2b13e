package org.sampan.mailserver.moderate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.storage.Database;

/** Decided posts in PostgreSQL. */
public final class JdbcDecidedPosts implements DecidedPosts {
    private static final String PAGE = JdbcHeldPosts.SELECT + """
            where h.list_id = :list and h.decision is not null
              and (:after = '' or (h.decided_at, h.id) < (select decided_at, id from held_post where id = :after and list_id = :list))
            order by h.decided_at desc, h.id desc limit :most""";
    private static final String FORGET_TEXTS = """
            update held_post set message = '', text_deleted_at = now()
            where list_id = :list and decision is not null and decided_at < :before and text_deleted_at is null
              and (decision not in ('approved', 'accepted') or released_at is not null)
              and (decision not in ('rejected', 'expired') or told_author_at is not null)""";

    private final Jdbi jdbi;

    @Inject
    public JdbcDecidedPosts(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<HeldPost> page(MailingList list, Optional<PostId> after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("list", list.id())
                .bind("after", after.map(PostId::text).orElse(""))
                .bind("most", most)
                .map(JdbcHeldPosts::heldPost)
                .list());
    }

    @Override
    public int forgetTexts(MailingList list, Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate(FORGET_TEXTS)
                .bind("list", list.id())
                .bind("before", before)
                .execute());
    }
}
