package org.sampan.digest.desk;

import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The page of the newsroom that somebody came from and is led back to.
 *
 * @param address path and query; never of another site
 */
public record Back(String address) {
    private static final Pattern OURS = Pattern.compile("/desk(?:/[A-Za-z0-9/_-]*)?(?:\\?[^#{}\\s\\\\]*)?");

    /** {@code address} when it is a page of the newsroom, else {@code otherwise}. */
    public static Back to(String address, String otherwise) {
        return new Back(OURS.matcher(address).matches() ? address : otherwise);
    }

    /** There, with a word about what was done; one that was said before is forgotten. */
    public String redirect(String parameter, String value) {
        return "redirect:"
                + UriComponentsBuilder.fromUriString(address)
                        .replaceQueryParam(parameter, value)
                        .build()
                        .toUriString();
    }
}
