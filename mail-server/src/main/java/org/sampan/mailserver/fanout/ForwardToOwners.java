package org.sampan.mailserver.fanout;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.mailinglist.RoleAddress;
import org.sampan.mailserver.post.EncodedWords;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes mail for a list's owners on to them, and mail for postmaster, and what nobody else takes, to the operator. It goes out
 * with the null sender, so that what cannot be delivered never comes back to somebody who wrote to a role.
 */
public final class ForwardToOwners extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(ForwardToOwners.class);
    private static final String LOOP = "X-Loop";
    private static final String ONLY = "";

    private final MailingLists lists;
    private final Deliveries deliveries;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public ForwardToOwners(MailingLists lists, Deliveries deliveries, Settings settings, Clock clock) {
        this.lists = lists;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Optional<EmailAddress> role =
                PostAttributes.recipient(mail).filter(it -> it.domain().equals(settings.domain()));
        if (role.isEmpty()) {
            return;
        }
        Message message = PostAttributes.message(mail);
        Set<EmailAddress> readers = readers(role.get());
        if (readers.isEmpty() || hasBeenHere(message, role.get())) {
            LOGGER.warn("event=not-forwarded role={} readers={}", role.get().key(), readers.size());
        } else {
            Headers marked =
                    message.headers().plus(LOOP, EncodedWords.encode(role.get().key()));
            readers.forEach(it -> deliveries.send(it, Optional.empty(), outgoing(message.with(marked))));
            LOGGER.info("event=forwarded role={} readers={}", role.get().key(), readers.size());
        }
        mail.setState(Mail.GHOST);
    }

    /** An owner's address of our own domain would come straight back. */
    private Set<EmailAddress> readers(EmailAddress role) {
        Set<EmailAddress> owners = RoleAddress.parse(role)
                .filter(it -> it.role().filter(Role.OWNER::equals).isPresent())
                .flatMap(it -> lists.find(it.list()))
                .map(this::owners)
                .orElse(Set.of());
        Set<EmailAddress> elsewhere = owners.stream()
                .filter(it -> !it.domain().equals(settings.domain()))
                .collect(Collectors.toSet());
        return elsewhere.isEmpty()
                ? settings.operatorEmail().flatMap(EmailAddress::parse).stream().collect(Collectors.toSet())
                : elsewhere;
    }

    private Set<EmailAddress> owners(MailingList list) {
        return lists.stewards(list, Steward.OWNER);
    }

    private static boolean hasBeenHere(Message message, EmailAddress role) {
        return message.headers().all(LOOP).anyMatch(it -> it.text().equalsIgnoreCase(role.key()));
    }

    private Outgoing outgoing(Message message) {
        return new Outgoing(
                "",
                "",
                Map.of(ONLY, message.bytes()),
                ONLY,
                clock.instant().plus(settings.delivery().expire()));
    }
}
