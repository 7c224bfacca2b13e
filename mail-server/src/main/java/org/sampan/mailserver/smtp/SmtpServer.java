package org.sampan.mailserver.smtp;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A server to hand mail to.
 *
 * @param name what its certificate has to say where it is {@linkplain Encryption#verifies verified}
 */
public record SmtpServer(String name, InetAddress address, int port, Encryption encryption, Optional<Login> login) {
    /** How the connection is protected. */
    public enum Encryption {
        /** TLS from the first byte (RFC 8314), with a certificate that is good for the name. */
        IMPLICIT,
        /** STARTTLS with a certificate that is good for the name, or no mail. */
        VERIFIED,
        /** STARTTLS, whoever the other side is, or no mail. */
        REQUIRED,
        /** STARTTLS where it is offered, whoever the other side is; in clear where that fails. */
        OPPORTUNISTIC,
        NONE;

        boolean verifies() {
            return this == IMPLICIT || this == VERIFIED;
        }

        boolean mayBeClear() {
            return this == OPPORTUNISTIC || this == NONE;
        }
    }

    SmtpServer inClear() {
        return new SmtpServer(name, address, port, Encryption.NONE, login);
    }

    @Override
    public String toString() {
        return name + "[" + address.getHostAddress() + "]:" + port;
    }
}
