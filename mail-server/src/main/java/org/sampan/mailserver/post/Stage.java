package org.sampan.mailserver.post;

import java.util.Locale;

/** The stages of a post's way, in order; each is a package of that name and a processor in mailetcontainer.xml. */
public enum Stage {
    RECEIVE,
    AUTHORISE,
    MODERATE,
    TRANSFORM,
    ARCHIVE,
    FANOUT,
    DELIVER,
    BOUNCE,
    COMMAND;

    /** As the processor is named. */
    public String processor() {
        return name().toLowerCase(Locale.ROOT);
    }
}
