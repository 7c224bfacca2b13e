package org.sampan.mailserver.transform;

import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.OriginHeaders;

/** Where the list wants it: nothing is left that tells where and with what the author wrote. */
final class HideOrigin implements Transformation {
    @Override
    public Message apply(Message message, Rendering rendering) {
        return PostingSettings.hidesOrigin(rendering.list().settings()) ? OriginHeaders.without(message) : message;
    }

    @Override
    public boolean isMandatory() {
        return true;
    }

    /** Nobody is put at risk for the sake of a signature. */
    @Override
    public boolean isOptional() {
        return false;
    }
}
