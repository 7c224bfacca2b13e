package org.sampan.mailserver.transform;

import org.sampan.mailserver.post.Message;

/** One change to what readers get. Touches nothing but what it is there for; never throws, whatever the message is. */
interface Transformation {
    Message apply(Message message, Rendering rendering);
}
