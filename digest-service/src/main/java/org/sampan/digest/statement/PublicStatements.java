package org.sampan.digest.statement;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.springframework.stereotype.Component;

/**
 * What strangers may see of statements: those that a public list has been sent, and of these the versions that are out.
 * Whether a list is public is asked anew each time, so a list that closes takes its statements along.
 */
@Component
public class PublicStatements {
    private final Statements statements;
    private final Handovers handovers;
    private final MailServer mailServer;

    PublicStatements(Statements statements, Handovers handovers, MailServer mailServer) {
        this.statements = statements;
        this.handovers = handovers;
        this.mailServer = mailServer;
    }

    /** Path of the page of a statement, which is there when it is public. */
    public static String path(StatementId id) {
        return "/statements/" + id;
    }

    /** Only with the versions strangers may see; empty when there are none. */
    public Optional<Statement> find(StatementId id) {
        return find(id, lists());
    }

    /** The same for readers who may see what these lists have been sent. */
    Optional<Statement> find(StatementId id, List<ListAddress> lists) {
        return statements.find(id).flatMap(it -> seenBy(it, lists));
    }

    /** The newest first. {@code before}: the last of the page before. */
    public List<Statement> page(Optional<StatementId> before, int limit) {
        List<ListAddress> lists = lists();
        return statements.sentTo(lists, before, limit).stream()
                .map(it -> seenBy(it, lists))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Where it is to be read once it is out; empty when it never will be. */
    public Optional<URI> pageOf(Statement statement, URI web) {
        List<ListAddress> lists = lists();
        return statement.versions().stream()
                        .filter(it -> it.state() != State.DISCARDED)
                        .anyMatch(it -> it.content().lists().stream().anyMatch(lists::contains))
                ? Optional.of(URI.create(web + path(statement.id())))
                : Optional.empty();
    }

    private Optional<Statement> seenBy(Statement statement, List<ListAddress> lists) {
        List<StatementVersion> seen = statement.versions().stream()
                .filter(it -> it.state() == State.SENDING || it.state() == State.SENT)
                .filter(it -> handovers.of(it.id().mail()).stream()
                        .anyMatch(handover -> handover.wasTaken() && lists.contains(handover.list())))
                .toList();
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statement(
                        statement.id(), statement.createdAt(), statement.createdBy(), seen, statement.withdrawal()));
    }

    /** The public ones. */
    public List<ListAddress> lists() {
        return mailServer.lists().stream()
                .filter(MailingList::isPublic)
                .map(MailingList::address)
                .toList();
    }
}
