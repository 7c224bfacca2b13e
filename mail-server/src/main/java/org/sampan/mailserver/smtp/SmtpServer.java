package org.sampan.mailserver.smtp;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A server to hand mail to.
 *
 * @param name what its certificate has to say where encryption is {@linkplain Encryption#VERIFIED verified}
 */
public record SmtpServer(String name, InetAddress address, int port, Encryption encryption, Optional<Login> login) {
    /** How the connection is protected. */
    public enum Encryption {
        /** STARTTLS with a certificate that is good for the name, or no mail. */
        VERIFIED,
        /** STARTTLS where it is offered, whoever the other side is; in clear where that fails. */
        OPPORTUNISTIC,
        NONE
    }

    /** Name and password for AUTH. */
    public record Login(String username, String password) {
        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }

    @Override
    public String toString() {
        return name + "[" + address.getHostAddress() + "]:" + port;
    }
}
