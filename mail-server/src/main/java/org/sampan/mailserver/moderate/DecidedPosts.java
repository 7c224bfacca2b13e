package org.sampan.mailserver.moderate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.PostId;

/**
 * Held posts somebody decided about, or nobody in time: who decided what stays as long as the list, the texts do not. Safe for many
 * threads and many nodes.
 */
public interface DecidedPosts {
    /**
     * The latest decisions first.
     *
     * @param after the last of the page before; empty: the first page
     */
    List<HeldPost> page(MailingList list, Optional<PostId> after, int most);

    /**
     * Deletes the texts of those decided about before then, except of what is still to be sent or its author to be told.
     *
     * @return how many
     */
    int forgetTexts(MailingList list, Instant before);
}
