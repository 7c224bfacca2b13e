package org.sampan.mailserver.post;

/** Puts a post that was kept aside back on its way. Safe for many threads. */
public interface PostSpool {
    /**
     * Enters the post behind the rules for posting. When this returns it is on disk, and will be sent whatever crashes. Entering
     * it twice is harmless.
     *
     * @param moderator who let it pass
     * @throws IllegalStateException when the queue takes nothing; nothing has happened then
     */
    void enterApproved(Post post, String moderator);
}
