package org.sampan.digest.owner;

import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailingList;
import org.springframework.web.servlet.ModelAndView;

/** A list, and one of its owners or the operator. Pages that moderators do not see take one as a parameter. */
public record OwnedList(StewardedList open) {
    public MailingList list() {
        return open.list();
    }

    public ListAddress address() {
        return open.address();
    }

    /** Who acts. */
    public EmailAddress owner() {
        return open.reader().email();
    }

    ModelAndView page(String template) {
        return open.page(template);
    }

    ModelAndView redirect(String path) {
        return open.redirect(path);
    }
}
