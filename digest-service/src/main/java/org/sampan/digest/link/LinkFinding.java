package org.sampan.digest.link;

import java.net.URI;

/** What came of looking at an address. */
public sealed interface LinkFinding {

    /** The page is there. */
    record Fine() implements LinkFinding {}

    /** It is elsewhere from now on, its server says. */
    record Moved(URI to) implements LinkFinding {}

    /** It is not there. */
    record Gone(Loss loss) implements LinkFinding {}

    /** Nothing can be said this time: its server is busy or broken, wants to be left alone, lets no programs in. */
    record Unsure(String why) implements LinkFinding {}
}
