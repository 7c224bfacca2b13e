package org.sampan.mailserver.mailinglist;

import javax.inject.Inject;
import org.sampan.mailserver.admin.Problem;
import spark.Request;

/** Finds the list that {@code {address}} in a request's path names, for every route below {@code /lists}. */
public final class ListPath {
    /** The path parameter. */
    public static final String ADDRESS = "address";

    private final MailingLists lists;

    @Inject
    public ListPath(MailingLists lists) {
        this.lists = lists;
    }

    /** @throws Problem 404 when there is no such list */
    public MailingList list(Request request) {
        String text = request.params(ADDRESS);
        return EmailAddress.parse(text)
                .flatMap(RoleAddress::parse)
                .filter(address -> address.role().isEmpty())
                .flatMap(address -> lists.find(address.list()))
                .orElseThrow(() -> Problem.notFound("No list " + shortened(text) + " here."));
    }

    static Problem unknown(ListAddress address) {
        return Problem.notFound("No list " + address + " here.");
    }

    /** A text from outside as a problem may repeat it. */
    static String shortened(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
    }
}
