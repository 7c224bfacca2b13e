package org.sampan.mailserver.destination;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in which another program keeps an OAuth 2 access token fresh; so it is read for each login. */
record TokenFile(Path path) {
    private static final int LARGEST = 64 * 1024;

    /** @throws IOException when there is no token in it now */
    String read() throws IOException {
        if (!Files.isReadable(path) || Files.size(path) > LARGEST) {
            throw new IOException("relay.tokenFile " + path + " cannot be read, or is no token");
        }
        String token = Files.readString(path, StandardCharsets.UTF_8).strip();
        if (token.isEmpty() || token.chars().anyMatch(Character::isISOControl)) {
            throw new IOException("relay.tokenFile " + path + " does not hold one token on one line");
        }
        return token;
    }
}
