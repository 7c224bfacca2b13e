package org.sampan.digest.owner;

import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.page.Reader;
import org.sampan.digest.role.Role;
import org.springframework.web.servlet.ModelAndView;

/**
 * A list, and somebody who may look after it in this role. Pages under {@code /lists/{name}/manage} that moderators see take
 * one as a parameter; nobody else gets there.
 */
public record StewardedList(MailingList list, Role role, Reader reader) {
    public ListAddress address() {
        return list.address();
    }

    /** Path of this list's pages. */
    public String base() {
        return "/lists/" + address().name() + "/manage";
    }

    /** A page with what the frame around it needs. */
    ModelAndView page(String template) {
        return new ModelAndView("manage/" + template)
                .addObject("list", list)
                .addObject("owner", role.isOwner())
                .addObject("operator", role == Role.OPERATOR)
                .addObject("base", base());
    }

    /** @param path behind {@link #base}, with a slash where it is not empty */
    ModelAndView redirect(String path) {
        return new ModelAndView("redirect:" + base() + path);
    }
}
