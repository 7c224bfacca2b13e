package org.sampan.digest.statement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A statement with all its versions.
 *
 * @param createdBy who began it, or what it came by
 * @param versions from the first to the latest; at least one
 */
public record Statement(
        StatementId id,
        Instant createdAt,
        String createdBy,
        List<StatementVersion> versions,
        Optional<Withdrawal> withdrawal) {
    public Statement {
        versions = List.copyOf(versions);
    }

    public StatementVersion latest() {
        return versions.get(versions.size() - 1);
    }

    public Optional<StatementVersion> version(int number) {
        return versions.stream().filter(it -> it.id().number() == number).findFirst();
    }

    /** Those that readers may have, from the first to the latest. */
    public List<StatementVersion> out() {
        return versions.stream().filter(it -> it.state().isOut()).toList();
    }

    /** What it is called: the latest subject there is. */
    public String title() {
        return latest().content().original().subject();
    }

    /** As in pages and REST: {@code withdrawn}, or how far the latest version is. */
    public String state() {
        return withdrawal.isPresent() ? "withdrawn" : latest().state().word();
    }
}
