package org.sampan.digest.mailserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A token or password in a file the launcher makes. Read at each use, so that a changed one counts at once. */
record SecretFile(Path path) {
    /** @throws MailServerUnavailable when there is no such file or nothing in it */
    String read() {
        try {
            String secret = Files.readString(path).strip();
            if (secret.isEmpty()) {
                throw new MailServerUnavailable(path + " is empty; start by ./sampan, which makes it");
            }
            return secret;
        } catch (IOException e) {
            throw new MailServerUnavailable(path + " cannot be read; start by ./sampan, which makes it", e);
        }
    }
}
