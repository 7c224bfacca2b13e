package org.sampan.mailserver.transform;

import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.post.EncodedWords;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.PostLinks;

/**
 * Says which list this is and how to write to it, leave it and read on (RFC 2919, 2369, 5064, 8058), and marks the post so that
 * this list knows it again. There is no Sender field: mail programs would show the list as the author's deputy.
 */
final class AddListHeaders implements Transformation {
    private final PostLinks links;

    AddListHeaders(PostLinks links) {
        this.links = links;
    }

    @Override
    public Message apply(Message message, Rendering rendering) {
        ListSettings settings = rendering.list().settings();
        ListAddress list = settings.address();
        Headers headers = message.headers()
                .plus("List-Id", (EncodedWords.phrase(settings.name()) + " <" + ascii(list.listId()) + ">"))
                .plus("List-Post", mailto(list.toString()) + moderated(settings))
                .plus("List-Help", mailto(list.at(Role.REQUEST) + "?subject=help"));
        if (settings.joining().takesWishes()) {
            headers = headers.plus("List-Subscribe", "<" + links.list(list) + ">, " + mailto(list.at(Role.JOIN)));
        }
        headers = withWayOut(headers, list, rendering)
                .plus("List-Owner", mailto(list.at(Role.OWNER)))
                .plus("List-Archive", "<" + links.list(list) + ">")
                .plus("Archived-At", "<" + links.post(list, rendering.post().id()) + ">")
                .plus("Precedence", "list")
                .plus("X-Loop", EncodedWords.encode(list.toString()));
        return message.with(headers);
    }

    @Override
    public boolean isOptional() {
        return false;
    }

    @Override
    public boolean isMandatory() {
        return true;
    }

    /** One click only leaves when the link is the reader's own (RFC 8058 section 3.1). */
    private Headers withWayOut(Headers headers, ListAddress list, Rendering rendering) {
        if (!rendering.isPersonal()) {
            return headers.plus("List-Unsubscribe", mailto(list.at(Role.LEAVE)));
        }
        return headers.plus(
                        "List-Unsubscribe",
                        "<" + links.leave(rendering.leavePlace()) + ">, "
                                + mailto(list.at(Role.LEAVE, rendering.leavePlace())))
                .plus("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static String moderated(ListSettings settings) {
        return settings.posting() == Posting.SECRETARIAT ? " (Postings are Moderated)" : "";
    }

    private static String mailto(Object address) {
        return "<mailto:" + ascii(address.toString()) + ">";
    }

    /** Addresses of other scripts are percent-encoded, as in any URI (RFC 6068). */
    private static String ascii(String text) {
        return text.chars().allMatch(it -> it < 0x7f)
                ? text
                : java.net.URI.create("x:" + text).toASCIIString().substring(2);
    }
}
