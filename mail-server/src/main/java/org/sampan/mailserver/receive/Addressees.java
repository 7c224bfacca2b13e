package org.sampan.mailserver.receive;

import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.sampan.mailserver.mailbox.Mailbox;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.mailinglist.RoleAddress;
import org.sampan.mailserver.settings.Settings;

/** Knows what each address of our domain is for. Safe for many threads; cheap enough for every RCPT command. */
public final class Addressees {
    /** RFC 2142 sections 3 and 4. */
    private static final Set<String> OPERATOR = Set.of("postmaster", "abuse");

    private final MailingLists lists;
    private final Settings settings;

    @Inject
    public Addressees(MailingLists lists, Settings settings) {
        this.lists = lists;
        this.settings = settings;
    }

    Addressee of(EmailAddress address) {
        if (!address.domain().equals(settings.domain())) {
            return new Addressee.ToElsewhere(address);
        }
        return RoleAddress.parse(address)
                .flatMap(this::ofList)
                .or(() -> Mailbox.of(address.localPart()).map(Addressee.ToMailbox::new))
                .orElseGet(() ->
                        OPERATOR.contains(address.localPart()) ? new Addressee.ToOperator() : new Addressee.ToNobody());
    }

    /** The address is one of ours, but nobody has been named to read its mail. */
    boolean isNobodyBehind(Addressee addressee) {
        boolean forPersons = addressee instanceof Addressee.ToOperator
                || addressee instanceof Addressee.ToRole role
                        && role.role() == Role.OWNER
                        && lists.stewards(role.list(), Steward.OWNER).isEmpty();
        return forPersons && settings.operatorEmail().isEmpty();
    }

    private Optional<Addressee> ofList(RoleAddress address) {
        return lists.find(address.list())
                .map(list -> address.role()
                        .<Addressee>map(role -> new Addressee.ToRole(list, role))
                        .orElseGet(() -> new Addressee.ToList(list)));
    }
}
