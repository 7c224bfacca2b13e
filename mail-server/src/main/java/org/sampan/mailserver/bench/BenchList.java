package org.sampan.mailserver.bench;

import org.sampan.mailserver.mailinglist.BasicSettings;
import org.sampan.mailserver.mailinglist.DeliverySettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;

/** A list of many subscribers, twenty a domain. */
final class BenchList {
    static final EmailAddress AUTHOR = new EmailAddress("reader0@domain0.example");
    private static final int A_DOMAIN = 20;

    private BenchList() {}

    static MailingList make(MailingLists lists, String domain, BenchOptions options) {
        return lists.add(ListSettings.of(ListAddress.of("bench@" + domain))
                .with(BasicSettings.SUBJECT_TAG, "bench")
                .with(DeliverySettings.PERSONALISED, !options.batch())
                .with(DeliverySettings.PERSONAL_EVERY, 0L));
    }

    static String reader(int number) {
        return "reader" + number + "@domain" + number / A_DOMAIN + ".example";
    }
}
