package org.sampan.mailserver.transform;

import org.sampan.mailserver.post.Message;

/** One change to what readers get. Touches nothing but what it is there for; does not throw, whatever the message is. */
interface Transformation {
    Message apply(Message message, Rendering rendering);

    /** A post is never sent without it: should it fail, the post waits. */
    default boolean isMandatory() {
        return false;
    }

    /** Left out of posts that go out as their authors wrote them. */
    default boolean isOptional() {
        return true;
    }
}
