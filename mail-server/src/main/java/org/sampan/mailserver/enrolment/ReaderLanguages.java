package org.sampan.mailserver.enrolment;

import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;

/** In which language to write to somebody. Safe for many threads. */
final class ReaderLanguages {
    private final Members members;

    @Inject
    ReaderLanguages(Members members) {
        this.members = members;
    }

    /** What the person asked for now, else chose before, else the list's. */
    String of(MailingList list, Person person) {
        return Optional.of(person.language()).filter(it -> !it.isEmpty()).orElseGet(() -> of(list, person.email()));
    }

    /** What the person chose before, else the list's. */
    String of(MailingList list, EmailAddress email) {
        return members.person(email)
                .map(Person::language)
                .filter(it -> !it.isEmpty())
                .orElse(list.settings().language());
    }
}
