package org.sampan.mailserver.delivery;

import java.util.regex.Pattern;

/**
 * Who holds a lease: an installation and its process. A process that starts takes back what a former one of the same
 * installation held.
 *
 * @param installation letters, digits and {@code -}; the same after a restart
 * @param process differs at each start
 */
public record NodeName(String installation, String process) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** @throws IllegalArgumentException when a part is not of letters, digits and {@code -} */
    public NodeName {
        if (!SHAPE.matcher(installation).matches() || !SHAPE.matcher(process).matches()) {
            throw new IllegalArgumentException("not the name of a node: " + installation + ":" + process);
        }
    }

    @Override
    public String toString() {
        return installation + ":" + process;
    }
}
