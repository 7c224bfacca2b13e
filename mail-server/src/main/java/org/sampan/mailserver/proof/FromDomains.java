package org.sampan.mailserver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;

/**
 * The domains of From, where there can be no two opinions about them: one From field, every address in it readable, and nothing in it
 * outside of quotes that another program could take for another address. Anything else has no domain that could be proven.
 */
final class FromDomains {
    private static final int MOST = 5;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");
    private static final Pattern LOOKS_LIKE_AN_ADDRESS =
            Pattern.compile("[^\\s<>,;:\"()\\[\\]]+@[^\\s<>,;:\"()\\[\\]]+");

    private FromDomains() {}

    /** Lower case, each once; empty when nothing can be proven about this From. */
    static List<String> of(Headers headers) {
        List<HeaderField> fields = headers.all("From").toList();
        if (fields.size() != 1) {
            return List.of();
        }
        String value = fields.get(0).value();
        List<Optional<EmailAddress>> read = LenientAddressParser.DEFAULT.parseAddressList(value).flatten().stream()
                .map(Mailbox::getAddress)
                .map(it -> it == null ? Optional.<EmailAddress>empty() : EmailAddress.parse(it))
                .toList();
        boolean sure = !read.isEmpty() && read.size() <= MOST && read.stream().allMatch(Optional::isPresent);
        List<EmailAddress> addresses = read.stream().flatMap(Optional::stream).toList();
        return sure && namesNobodyElse(value, addresses)
                ? addresses.stream().map(EmailAddress::domain).distinct().toList()
                : List.of();
    }

    private static boolean namesNobodyElse(String value, List<EmailAddress> addresses) {
        Set<String> known = addresses.stream().map(EmailAddress::key).collect(Collectors.toSet());
        List<String> looking = new ArrayList<>();
        Matcher matcher = LOOKS_LIKE_AN_ADDRESS.matcher(QUOTED.matcher(value).replaceAll(" "));
        while (matcher.find()) {
            looking.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return known.containsAll(looking);
    }
}
