package org.sampan.mailserver.smtp;

import java.time.Duration;

/**
 * How long to wait for the other server, RFC 5321 section 4.5.3.2.
 *
 * @param command for the greeting and for commands without one of their own
 * @param dataStart for the answer to DATA
 * @param dataBlock for each piece of the message to be taken
 * @param dataEnd for the answer to the final dot
 */
public record Timeouts(Duration connect, Duration command, Duration dataStart, Duration dataBlock, Duration dataEnd) {
    public static final Timeouts STANDARD = new Timeouts(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10));
}
