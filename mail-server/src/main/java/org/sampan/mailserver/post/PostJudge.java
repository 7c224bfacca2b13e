package org.sampan.mailserver.post;

/**
 * Says what becomes of a post. Asked twice, in the SMTP session and again from the spool. Safe for many threads; changes
 * nothing. Throws when the database does not answer.
 */
public interface PostJudge {
    Verdict judge(Post post);
}
