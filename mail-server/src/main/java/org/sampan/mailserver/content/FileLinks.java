package org.sampan.mailserver.content;

import java.time.Instant;
import java.util.Base64;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.PostLinks;

/** Makes and checks the links that stand in a post in the place of its files. Signed, so that nobody can lengthen their time. */
public final class FileLinks {
    private static final byte PURPOSE = 'f';
    private static final int SIGNATURE_BYTES = 15;

    private final PostLinks links;
    private final SigningKey key;

    @Inject
    public FileLinks(PostLinks links, SigningKey key) {
        this.links = links;
        this.key = key;
    }

    /**
     * @param part number of the file among the parts of the post as received
     * @param until the link works until then, to the second
     */
    public String link(ListAddress list, PostId post, String part, Instant until) {
        byte[] signature = key.sign(PURPOSE, signed(list, post, part, until.getEpochSecond()), SIGNATURE_BYTES);
        return links.file(list, post, part) + "?until=" + until.getEpochSecond() + "&key="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** Whether the link is ours; it may be past its time. In constant time. */
    public boolean isOurs(ListAddress list, PostId post, String part, long until, String signature) {
        try {
            byte[] read = Base64.getUrlDecoder().decode(signature);
            return read.length == SIGNATURE_BYTES && key.verifies(PURPOSE, signed(list, post, part, until), read);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static String signed(ListAddress list, PostId post, String part, long until) {
        return list + "\n" + post + "\n" + part + "\n" + until;
    }
}
