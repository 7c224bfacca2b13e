package org.sampan.mailserver.mailinglist;

import java.util.Locale;

/**
 * A pattern with one sign, {@code *}, for any number of characters; case does not count. There is nothing else to learn, and nothing
 * that takes long to match. Immutable.
 */
public record Glob(String pattern) {
    public Glob {
        pattern = pattern.toLowerCase(Locale.ROOT);
    }

    public boolean matches(String text) {
        return matches(pattern, text.toLowerCase(Locale.ROOT));
    }

    /** Goes back to the last {@code *} only, so it takes at most as many steps as both lengths multiplied. */
    private static boolean matches(String pattern, String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                resume = at;
            } else if (in < pattern.length() && pattern.charAt(in) == text.charAt(at)) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(in).chars().allMatch(it -> it == '*');
    }
}
