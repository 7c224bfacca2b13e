package org.sampan.mailserver.mailinglist;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.settings.Settings;

/** Who decides and answers for a list, each in the order of addresses: if nobody else, the operator. Safe for many threads. */
public final class Stewards {
    private final MailingLists lists;
    private final Settings settings;

    @Inject
    public Stewards(MailingLists lists, Settings settings) {
        this.lists = lists;
        this.settings = settings;
    }

    /** Who is asked first about held posts: the moderators, else the owners, else the operator; may be empty. */
    public List<EmailAddress> moderators(MailingList list) {
        List<EmailAddress> moderators = sorted(lists.stewards(list, Steward.MODERATOR));
        return moderators.isEmpty() ? owners(list) : moderators;
    }

    /** Who answers for the list: the owners, else the operator; may be empty. */
    public List<EmailAddress> owners(MailingList list) {
        List<EmailAddress> owners = sorted(lists.stewards(list, Steward.OWNER));
        return owners.isEmpty() ? operator() : owners;
    }

    /** Everybody who may decide about held posts: moderators, owners, the operator. */
    public Set<EmailAddress> all(MailingList list) {
        Set<EmailAddress> all = new LinkedHashSet<>(moderators(list));
        all.addAll(owners(list));
        all.addAll(operator());
        return all;
    }

    private List<EmailAddress> operator() {
        return settings.operatorEmail().flatMap(EmailAddress::parse).stream().toList();
    }

    private static List<EmailAddress> sorted(Set<EmailAddress> stewards) {
        List<EmailAddress> sorted = new ArrayList<>(stewards);
        sorted.sort((one, other) -> one.key().compareTo(other.key()));
        return sorted;
    }
}
