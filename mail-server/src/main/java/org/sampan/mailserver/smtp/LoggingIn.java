package org.sampan.mailserver.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The AUTH part of a session. For one thread. */
final class LoggingIn {
    private static final int GO_ON = 334;
    private static final int DONE = 235;

    private final Wire wire;
    private final Capabilities capabilities;
    private final Timeouts timeouts;

    LoggingIn(Wire wire, Capabilities capabilities, Timeouts timeouts) {
        this.wire = wire;
        this.capabilities = capabilities;
        this.timeouts = timeouts;
    }

    /** @throws SessionRefusedException when the server does not take it */
    void as(Login login) throws IOException {
        int code = login instanceof Login.Token token ? byToken(token) : byPassword((Login.Password) login);
        if (code != DONE) {
            throw new SessionRefusedException("AUTH", new SmtpReply(code, wire.words()));
        }
    }

    private int byPassword(Login.Password login) throws IOException {
        if (capabilities.offersLogin("PLAIN") || !capabilities.offersLogin("LOGIN")) {
            return command("AUTH PLAIN " + base64("\0" + login.username() + "\0" + login.password()));
        }
        int code = command("AUTH LOGIN");
        if (code == GO_ON) {
            code = command(base64(login.username()));
        }
        return code == GO_ON ? command(base64(login.password())) : code;
    }

    private int byToken(Login.Token login) throws IOException {
        int code = command(
                "AUTH XOAUTH2 " + base64("user=" + login.username() + "\1auth=Bearer " + login.token() + "\1\1"));
        // Why not stands in a challenge; the refusal itself only comes behind an empty answer.
        return code == GO_ON ? command("") : code;
    }

    private int command(String line) throws IOException {
        wire.put(line + "\r\n");
        wire.flush();
        return wire.readCode(timeouts.command(), true);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
