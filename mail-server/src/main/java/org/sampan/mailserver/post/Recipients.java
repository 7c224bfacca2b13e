package org.sampan.mailserver.post;

import java.util.List;
import java.util.stream.Stream;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** Whom a mail names as its readers, in To and Cc; groups (RFC 5322 section 3.4) are their members. */
public final class Recipients {
    private Recipients() {}

    public static List<EmailAddress> of(Headers headers) {
        return Stream.of("To", "Cc")
                .flatMap(headers::all)
                .flatMap(it -> LenientAddressParser.DEFAULT.parseAddressList(it.value()).flatten().stream())
                .flatMap(it -> EmailAddress.parse(it.getAddress()).stream())
                .distinct()
                .toList();
    }
}
