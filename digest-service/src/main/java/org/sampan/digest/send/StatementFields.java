package org.sampan.digest.send;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.MailId;

/** Which mail a statement's mail answers, and for whom of the list it is (contract, "X-Sampan-Audience"). */
final class StatementFields {
    private static final String AUDIENCE = "X-Sampan-Audience";

    private StatementFields() {}

    /** @param haveIt the lists whose readers it was sent to before */
    static Map<String, String> of(MailId mail, Destination to, List<ListAddress> haveIt, String domain) {
        Map<String, String> fields = new LinkedHashMap<>();
        String first = mail.statement().firstVersion().mail().messageId(domain);
        if (mail.number() != 1) {
            fields.put("In-Reply-To", first);
            fields.put("References", first);
        }
        List<String> audience = new ArrayList<>();
        to.received()
                .ifPresent(
                        number -> audience.add("received=" + new MailId(mail.statement(), number).messageId(domain)));
        if (to.received().isEmpty() && !to.again() && !haveIt.isEmpty()) {
            audience.add("except=" + haveIt.stream().map(ListAddress::text).collect(Collectors.joining(",")));
        }
        if (!audience.isEmpty()) {
            fields.put(AUDIENCE, String.join("; ", audience));
        }
        return fields;
    }
}
