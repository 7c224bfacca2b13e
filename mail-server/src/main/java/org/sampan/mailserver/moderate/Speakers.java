package org.sampan.mailserver.moderate;

import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.sampan.mailserver.account.Accounts;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.post.Author;
import org.sampan.mailserver.post.Post;

/** Who may speak for the secretariat: who has an account, owns the list or moderates it. Safe for many threads. */
final class Speakers {
    private final MailingLists lists;
    private final Accounts accounts;
    private final Members members;

    @Inject
    Speakers(MailingLists lists, Accounts accounts, Members members) {
        this.lists = lists;
        this.accounts = accounts;
        this.members = members;
    }

    /** Whom alone From names, on a list where only the secretariat posts; empty when that is nobody who may. */
    Optional<EmailAddress> of(Post post) {
        return Optional.of(post.authors())
                .filter(it -> it.size() == 1 && post.list().settings().posting() == Posting.SECRETARIAT)
                .map(it -> it.get(0))
                .map(Author::email)
                .filter(it -> maySpeak(post.list(), it));
    }

    /** The speaker's own, else the list's. */
    String language(MailingList list, EmailAddress speaker) {
        return members.person(speaker)
                .map(Person::language)
                .filter(it -> !it.isEmpty())
                .orElse(list.settings().language());
    }

    private boolean maySpeak(MailingList list, EmailAddress author) {
        return accounts.find(author).isPresent()
                || Stream.of(Steward.values())
                        .anyMatch(role -> lists.stewards(list, role).contains(author));
    }
}
