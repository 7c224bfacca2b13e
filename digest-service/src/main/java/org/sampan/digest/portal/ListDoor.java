package org.sampan.digest.portal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Person;
import org.sampan.digest.page.Reader;
import org.sampan.digest.role.Roles;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * Which lists a reader may know of: public ones, and those the reader is on. A private list and one that does not exist
 * look the same to everybody else.
 */
@Component
final class ListDoor {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final MailServer mailServer;
    private final Roles roles;
    private final String domain;

    ListDoor(MailServer mailServer, Roles roles, Settings settings) {
        this.mailServer = mailServer;
        this.roles = roles;
        this.domain = settings.domain();
    }

    Optional<MailingList> open(String name, Optional<Reader> reader) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return mailServer
                .list(ListAddress.of(name, domain))
                .filter(list -> list.isPublic()
                        || reader.filter(known -> isMember(known, list)).isPresent());
    }

    /** The lists a reader is on: none for a stranger, of whom nobody is asked. */
    List<ListAddress> own(Optional<Reader> reader) {
        return reader.flatMap(known -> mailServer.person(known.email())).stream()
                .flatMap(person -> person.subscriptions().stream())
                .map(Person.Subscription::list)
                .toList();
    }

    /** Whether the list's pages offer a way to those for looking after it. */
    boolean isLookedAfter(MailingList list, Optional<Reader> reader) {
        return reader.flatMap(known -> roles.of(list.address(), known.email())).isPresent();
    }

    /** Asked anew for every page, so that who is taken off a list is out at once. */
    private boolean isMember(Reader reader, MailingList list) {
        return mailServer
                .person(reader.email())
                .filter(person -> person.isOn(list.address()))
                .isPresent();
    }
}
