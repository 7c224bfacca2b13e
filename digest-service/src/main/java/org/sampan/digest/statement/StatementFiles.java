package org.sampan.digest.statement;

import java.util.Optional;

/** The bytes of statements' files, each kept once. Safe for many threads. */
public interface StatementFiles {

    /** @return their SHA-256, under which they are found from now on */
    String keep(byte[] bytes);

    Optional<byte[]> find(String sha256);
}
