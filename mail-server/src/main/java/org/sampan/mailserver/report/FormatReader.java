package org.sampan.mailserver.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.report.Report.FailedRecipient;
import org.sampan.mailserver.report.RuleTable.Format;

/** Takes recipients and words out of a report whose format is known. */
final class FormatReader {
    private static final int MOST_RECIPIENTS = 50;
    private static final Pattern CODE = Pattern.compile("(?<![\\d.])[45]\\d\\d[ -](?=\\S)");

    private final RuleTable rules;

    FormatReader(RuleTable rules) {
        this.rules = rules;
    }

    /** Empty when it does not look as the format should. */
    List<FailedRecipient> failed(Format format, String headers, String text) {
        String said = beforeReturned(format, text);
        if (format.item() == null) {
            return address(format, headers, text).stream()
                    .map(it -> failed(it, tellingLine(said).orElse("")))
                    .toList();
        }
        List<FailedRecipient> failed = new ArrayList<>();
        Matcher item = format.item().matcher(said);
        while (item.find() && failed.size() < MOST_RECIPIENTS) {
            String words = item.group("words");
            EmailAddress.parse(item.group("address"))
                    .ifPresent(it -> failed.add(failed(
                            it, tellingLine(words).or(() -> tellingLine(said)).orElse(words))));
        }
        return failed;
    }

    /** What the format's own patterns name. */
    Optional<EmailAddress> address(Format format, String headers, String text) {
        return Stream.of(found(format.header(), headers), found(format.body(), text))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The line a person would look at: the one with a code, or else with words we know. */
    Optional<String> tellingLine(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        return lines.stream()
                .filter(it -> !RuleTable.statusIn(it).isEmpty())
                .findFirst()
                .or(() -> lines.stream().filter(it -> CODE.matcher(it).find()).findFirst())
                .or(() -> lines.stream()
                        .filter(it -> rules.ofWords(it).isPresent())
                        .findFirst());
    }

    private FailedRecipient failed(EmailAddress address, String words) {
        Failure failure = new Failure(rules.kindOf("", words), RuleTable.statusIn(words), words, "");
        return new FailedRecipient(Optional.of(address), failure);
    }

    private static Optional<EmailAddress> found(@Nullable Pattern pattern, String text) {
        if (pattern == null || !pattern.pattern().contains("?<address>")) {
            return Optional.empty();
        }
        Matcher found = pattern.matcher(text);
        return found.find() ? EmailAddress.parse(found.group("address")) : Optional.empty();
    }

    private static String beforeReturned(Format format, String text) {
        if (format.end() == null) {
            return text;
        }
        Matcher end = format.end().matcher(text);
        return end.find() ? text.substring(0, end.start()) : text;
    }
}
