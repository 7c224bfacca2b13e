package org.sampan.digest.statement;

import java.util.List;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.springframework.stereotype.Component;

/** Whether a second person must say yes before something goes out. Asked anew each time. */
@Component
public class SecondPerson {
    private final MailServer mailServer;

    SecondPerson(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    /**
     * Whether one of the lists it goes to wants that.
     *
     * @throws org.sampan.digest.mailserver.MailServerUnavailable when nobody can tell: then it does not go
     */
    public boolean isNeededFor(Content content) {
        return !listsThatAsk(content).isEmpty();
    }

    public List<MailingList> listsThatAsk(Content content) {
        return mailServer.lists().stream()
                .filter(it -> it.asksForSecondPerson() && content.lists().contains(it.address()))
                .toList();
    }

    /** Whether nothing is missing for it to go. */
    public boolean isSatisfiedBy(StatementVersion version) {
        return version.isApproved() || !isNeededFor(version.content());
    }
}
