package org.sampan.digest.desk.statement;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.Statement;

/**
 * A list that a version goes to.
 *
 * @param list empty when the mail server does not know it, or is away
 * @param earlier versions that this list got whole, which a correction can be for the receivers of
 */
public record ListRow(Destination to, Optional<MailingList> list, List<Integer> earlier) {
    static ListRow of(Destination to, List<MailingList> known, Statement statement) {
        return new ListRow(
                to,
                known.stream().filter(it -> it.address().equals(to.list())).findFirst(),
                statement.out().stream()
                        .filter(version -> version.content().destinations().stream()
                                .anyMatch(earlier -> earlier.list().equals(to.list())
                                        && earlier.received().isEmpty()))
                        .map(version -> version.id().number())
                        .toList());
    }
}
