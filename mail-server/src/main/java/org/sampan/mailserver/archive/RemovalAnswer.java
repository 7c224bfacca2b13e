package org.sampan.mailserver.archive;

import java.time.Instant;

/** A trace as REST tells of it. */
record RemovalAnswer(String post, String kind, String by, String reason, Instant at) {
    static RemovalAnswer of(Removal removal) {
        return new RemovalAnswer(
                removal.post().text(), removal.kind().word(), removal.by(), removal.reason(), removal.at());
    }
}
