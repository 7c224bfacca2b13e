package org.sampan.mailserver.archive;

import java.util.List;
import org.sampan.mailserver.content.SearchVector;
import org.sampan.mailserver.post.PostId;

/** The words posts are found by. Safe for many threads. */
interface ArchiveIndex {
    /** Does nothing when the post has words, or is gone. */
    void put(PostId post, SearchVector words);

    /** Posts without words, newest first; at most so many. */
    List<Unread> unread(int most);

    /** @param received as received */
    record Unread(PostId post, String subject, String author, byte[] received) {}
}
