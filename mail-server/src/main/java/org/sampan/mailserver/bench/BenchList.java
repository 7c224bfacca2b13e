package org.sampan.mailserver.bench;

import java.util.Optional;
import java.util.stream.IntStream;
import org.sampan.mailserver.mailinglist.BasicSettings;
import org.sampan.mailserver.mailinglist.DeliverySettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Members.NewMember;
import org.sampan.mailserver.membership.Person;

/** A list of many subscribers, twenty a domain. */
final class BenchList {
    static final EmailAddress AUTHOR = new EmailAddress("reader0@domain0.example");
    private static final int A_DOMAIN = 20;

    private BenchList() {}

    static MailingList make(MailingLists lists, Members members, String domain, BenchOptions options) {
        MailingList list = lists.add(ListSettings.of(ListAddress.of("bench@" + domain))
                .with(BasicSettings.SUBJECT_TAG, "bench")
                .with(DeliverySettings.PERSONALISED, !options.batch())
                .with(DeliverySettings.PERSONAL_EVERY, 0L));
        members.addAll(
                list,
                IntStream.range(0, options.recipients())
                        .mapToObj(i -> new NewMember(Person.of(reader(i)), Optional.of(DeliveryMode.EACH))),
                "import");
        return list;
    }

    private static EmailAddress reader(int number) {
        return new EmailAddress("reader" + number + "@domain" + number / A_DOMAIN + ".example");
    }
}
