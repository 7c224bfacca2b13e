package org.sampan.mailserver.transform;

import java.time.Instant;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.mailinglist.ListSetting;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.Post;

/**
 * For whom and with what a post is made ready.
 *
 * @param language BCP 47 tag of its readers; empty: of all of them
 * @param marker what a place begins with, see {@link Outgoing}; empty: the copies are the same for all
 */
record Rendering(Post post, String language, String marker, Instant now) {
    Rendering in(String other) {
        return new Rendering(post, other, marker, now);
    }

    MailingList list() {
        return post.list();
    }

    <T> T chosen(ListSetting<T> setting) {
        return list().settings().get(setting);
    }

    boolean isPersonal() {
        return !marker.isEmpty();
    }

    /** Where each reader's leave token comes; empty when the copies are the same for all. */
    String leavePlace() {
        return isPersonal() ? marker + Outgoing.LEAVE : "";
    }

    /** Of what the list itself writes into the post. */
    String textLanguage() {
        return language.isEmpty() ? list().settings().language() : language;
    }
}
