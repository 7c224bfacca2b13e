package org.sampan.mailserver.post;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** Reads who wrote a mail and to whom, also from headers that no standard allows. */
public final class Authors {
    private Authors() {}

    /**
     * Everybody in From; where From names nobody, Sender, and else the envelope's sender. Two From fields are read as one, so
     * that nobody hides behind the second.
     */
    static List<Author> of(Headers headers, Optional<EmailAddress> envelopeSender) {
        List<Author> from = named(headers, "From");
        if (!from.isEmpty()) {
            return from;
        }
        List<Author> sender = named(headers, "Sender");
        if (!sender.isEmpty()) {
            return sender;
        }
        return envelopeSender.map(it -> new Author(it, "")).stream().toList();
    }

    /** Everybody in To and Cc. */
    static Set<EmailAddress> addressed(Headers headers) {
        return Stream.concat(named(headers, "To").stream(), named(headers, "Cc").stream())
                .map(Author::email)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody whom fields of that name name. */
    public static List<Author> named(Headers headers, String field) {
        return headers.all(field)
                .flatMap(it -> mailboxes(it.value()))
                .flatMap(it -> author(it).stream())
                .distinct()
                .toList();
    }

    private static Stream<Mailbox> mailboxes(String value) {
        return LenientAddressParser.DEFAULT.parseAddressList(value).flatten().stream();
    }

    private static Optional<Author> author(Mailbox mailbox) {
        String name = mailbox.getName() == null ? "" : HeaderText.decode(mailbox.getName());
        return EmailAddress.parse(mailbox.getAddress()).map(it -> new Author(it, name));
    }
}
