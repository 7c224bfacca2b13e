package org.sampan.mailserver.transform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sampan.mailserver.domain.DmarcPolicies;
import org.sampan.mailserver.domain.DmarcPolicy;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.TransformSettings;
import org.sampan.mailserver.mailinglist.TransformSettings.FromRewriting;
import org.sampan.mailserver.mailinglist.TransformSettings.ReplyTo;
import org.sampan.mailserver.post.Author;
import org.sampan.mailserver.post.Authors;
import org.sampan.mailserver.post.EncodedWords;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;

/**
 * Says whom a post comes from and where answers go. Where the author's domain has unproven mail refused (DMARC) and no signature of
 * it still holds, the post comes from the list, in the author's name; the author stays reachable. Comes last, since it looks at
 * what the others left of the signatures.
 */
final class NameSender implements Transformation {
    /** Of the author's domain, and made over what is changed now. */
    private static final Set<String> SIGNATURES =
            Set.of("dkim-signature", "domainkey-signature", "x-google-dkim-signature");

    private final DmarcPolicies dmarc;

    NameSender(DmarcPolicies dmarc) {
        this.dmarc = dmarc;
    }

    @Override
    public Message apply(Message message, Rendering rendering) {
        List<Author> authors = Authors.named(message.headers(), "From");
        if (rendering.chosen(TransformSettings.ANONYMOUS) || authors.isEmpty()) {
            return message;
        }
        boolean fromList = comesFromList(message, authors, rendering);
        Headers headers = fromList ? fromList(message.headers(), authors, rendering) : message.headers();
        return message.with(answersTo(headers, message.headers(), fromList, rendering));
    }

    @Override
    public boolean isOptional() {
        return false;
    }

    private boolean comesFromList(Message message, List<Author> authors, Rendering rendering) {
        FromRewriting choice = rendering.chosen(TransformSettings.REWRITE_FROM);
        return switch (choice) {
            case ALWAYS -> true;
            case NEVER -> false;
            case NEEDED ->
                authors.stream()
                        .map(it -> it.email().domain())
                        .distinct()
                        .anyMatch(it -> wouldBeRefused(it, message, rendering));
        };
    }

    /** Without an answer from the name servers the copies are made to arrive. */
    private boolean wouldBeRefused(String domain, Message message, Rendering rendering) {
        if (domain.equals(rendering.list().address().domain())) {
            return false;
        }
        DmarcPolicy policy = dmarc.of(domain);
        boolean enforced = policy.isEnforced() || policy.equals(DmarcPolicy.UNKNOWN);
        return enforced && !DkimSignatures.of(rendering.post().message()).holdFor(domain, policy.strictDkim(), message);
    }

    private static Headers fromList(Headers headers, List<Author> authors, Rendering rendering) {
        String who = authors.stream()
                .map(it -> it.name().isEmpty() ? it.email().localPart() : it.name())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        String name = straight(who) + " via " + rendering.list().settings().name();
        return headers.without(it -> SIGNATURES.contains(it.name().toLowerCase(Locale.ROOT)))
                .without(NameSender::isSealed)
                .without("Sender")
                .replace(HeaderField.of(
                        "From",
                        EncodedWords.phrase(name) + " <" + rendering.list().address() + ">"));
    }

    /** A name must not turn round the one of the list behind it. */
    private static String straight(String name) {
        return name.replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "");
    }

    /** The seals (RFC 8617) are over what the author's server signed. */
    private static boolean isSealed(HeaderField field) {
        return field.name().toLowerCase(Locale.ROOT).startsWith("arc-");
    }

    private static Headers answersTo(Headers headers, Headers written, boolean fromList, Rendering rendering) {
        ListAddress list = rendering.list().address();
        HeaderField author = written.first("Reply-To")
                .filter(it -> !it.value().isEmpty())
                .orElseGet(() -> written.first("From").orElseThrow());
        ReplyTo choice = rendering.chosen(TransformSettings.REPLY_TO);
        Optional<String> other = Optional.of(rendering.chosen(TransformSettings.REPLY_TO_ADDRESS))
                .filter(it -> choice == ReplyTo.ADDRESS && !it.isEmpty());
        return switch (choice) {
            case LIST -> reachable(replyTo(headers, list.toString()), author, fromList);
            case BOTH ->
                headers.replace(author.renamed("Reply-To").joined(HeaderField.of("Reply-To", list.toString())));
            case ADDRESS ->
                other.map(it -> reachable(replyTo(headers, it), author, fromList))
                        .orElseGet(() -> toAuthor(headers, author, fromList));
            case AUTHOR -> toAuthor(headers, author, fromList);
        };
    }

    private static Headers toAuthor(Headers headers, HeaderField author, boolean fromList) {
        return fromList ? headers.replace(author.renamed("Reply-To")) : headers;
    }

    private static Headers replyTo(Headers headers, String address) {
        return headers.replace(HeaderField.of("Reply-To", address));
    }

    /** Nothing else says how to write to the author any more: an answer to all does. */
    private static Headers reachable(Headers headers, HeaderField author, boolean fromList) {
        if (!fromList || names(headers, author)) {
            return headers;
        }
        return headers.first("Cc")
                .map(it -> headers.replace(it.joined(author)))
                .orElseGet(() -> headers.plus(author.renamed("Cc")));
    }

    private static boolean names(Headers headers, HeaderField author) {
        List<Author> authors = Authors.named(Headers.of(List.of(author)), author.name());
        List<String> known = Stream.of("To", "Cc")
                .flatMap(it -> Authors.named(headers, it).stream())
                .map(it -> it.email().toString())
                .toList();
        return authors.stream().allMatch(it -> known.contains(it.email().toString()));
    }
}
