package org.sampan.digest.owner;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Stewards;
import org.sampan.digest.page.Reader;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;

/** Who may look after which list. To everybody else its pages do not exist. Asked anew for every page. */
@Component
final class OwnersDoor {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final MailServer mailServer;
    private final Settings settings;

    OwnersDoor(MailServer mailServer, Settings settings) {
        this.mailServer = mailServer;
        this.settings = settings;
    }

    /** What somebody is to a list. */
    enum Role {
        MODERATOR,
        OWNER,
        OPERATOR
    }

    /** A list that is open to somebody. */
    record Opened(MailingList list, Role role) {
        boolean isForOwners() {
            return role != Role.MODERATOR;
        }
    }

    Optional<Opened> open(String name, Reader reader) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        ListAddress address = ListAddress.of(name, settings.domain());
        return mailServer.list(address).flatMap(list -> role(address, reader).map(role -> new Opened(list, role)));
    }

    private Optional<Role> role(ListAddress list, Reader reader) {
        String email = reader.email().text();
        if (settings.operator().filter(email::equalsIgnoreCase).isPresent()) {
            return Optional.of(Role.OPERATOR);
        }
        Stewards stewards = mailServer.stewards(list).orElse(Stewards.NOBODY);
        if (stewards.owners().stream().anyMatch(email::equalsIgnoreCase)) {
            return Optional.of(Role.OWNER);
        }
        return stewards.moderators().stream().anyMatch(email::equalsIgnoreCase)
                ? Optional.of(Role.MODERATOR)
                : Optional.empty();
    }
}
