package org.sampan.digest.clipping;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One place a story was met: the source it came from, and what that source called it.
 *
 * @param original its text as it came, where that was written anew in collecting
 * @param terms what the source lets be done with it
 */
public record Origin(
        URI source, Optional<URI> link, Optional<String> guid, Instant seenAt, Optional<String> original, Terms terms) {
    /** Ends the source of what somebody mailed who had not logged in. */
    private static final String UNPROVEN = "unproven";

    /**
     * The source of what is mailed to an address of ours.
     *
     * @param proven whether whoever mailed it had logged in; else the name it came under proves nothing
     */
    public static URI mailbox(String address, boolean proven) {
        return URI.create("mailto:" + address + (proven ? "" : "#" + UNPROVEN));
    }

    /** Nobody is known to stand behind it. */
    public boolean isUnproven() {
        return UNPROVEN.equals(source.getFragment()) && "mailto".equals(source.getScheme());
    }

    /** The same, as another source passes it on. */
    public Origin from(URI other) {
        return new Origin(other, link, guid, seenAt, original, terms);
    }

    /** Whose text was taken as it came. */
    public Origin(URI source, Optional<URI> link, Optional<String> guid, Instant seenAt) {
        this(source, link, guid, seenAt, Optional.empty(), Terms.NONE);
    }

    /** As it is met: on what terms, the source knows. */
    public Origin(URI source, Optional<URI> link, Optional<String> guid, Instant seenAt, Optional<String> original) {
        this(source, link, guid, seenAt, original, Terms.NONE);
    }
}
