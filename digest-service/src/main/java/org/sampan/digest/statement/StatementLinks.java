package org.sampan.digest.statement;

import java.net.URI;
import java.util.Optional;

/**
 * Where the readers of a statement's mail find it, and find out whether it is ours.
 *
 * @param page where it is to be read by everybody; empty when it is not
 * @param check where a mail with its {@code code} can be checked
 */
public record StatementLinks(Optional<URI> page, URI check, CheckCode code) {
    /** Path of the page for checking. */
    public static final String CHECK = "/statements/check";

    public static StatementLinks of(Optional<URI> page, URI web, CheckCode code) {
        return new StatementLinks(page, URI.create(web + CHECK), code);
    }
}
