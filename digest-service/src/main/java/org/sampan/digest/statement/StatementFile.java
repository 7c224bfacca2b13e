package org.sampan.digest.statement;

import java.util.Locale;
import java.util.Optional;

/**
 * A file of a statement, without its bytes.
 *
 * @param language of readers it is for; empty: for all
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal: by this {@link StatementFiles} has them, and people can check it
 */
public record StatementFile(String name, String type, Optional<Locale> language, long bytes, String sha256) {}
