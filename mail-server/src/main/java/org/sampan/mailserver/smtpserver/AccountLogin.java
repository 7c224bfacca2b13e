package org.sampan.mailserver.smtpserver;

import java.net.InetAddress;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.OidcSASLConfiguration;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.AuthHook;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.sampan.mailserver.account.Accounts;
import org.sampan.mailserver.account.LoginAttempts;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs in with an account's whole address and password. Who guesses is answered 454 and sent away before the password is even
 * looked at; a wrong name and a wrong password get the same 535 (RFC 4954 section 6).
 */
public final class AccountLogin implements AuthHook {
    private static final Logger LOGGER = LoggerFactory.getLogger(AccountLogin.class);

    private final Accounts accounts;
    private final LoginAttempts attempts;

    @Inject
    public AccountLogin(Accounts accounts, LoginAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    @Override
    public HookResult doAuth(SMTPSession session, Username username, String password) {
        InetAddress from = session.getRemoteAddress().getAddress();
        Optional<EmailAddress> name = EmailAddress.parse(username.asString());
        if (name.isEmpty()) {
            return refused(HookReturnCode.deny(), "535", "5.7.8 The user name is a whole e-mail address");
        }
        EmailAddress address = name.orElseThrow();
        if (!attempts.mayTry(from, address)) {
            LOGGER.warn("event=login-blocked account={} from={}", address.key(), from.getHostAddress());
            return refused(
                    HookReturnCode.disconnected(HookReturnCode.Action.DENYSOFT),
                    "454",
                    "4.7.0 Too many failed logins; try again in 15 minutes");
        }
        if (!accounts.verifies(address, password)) {
            attempts.failed(from, address);
            LOGGER.info("event=login-failed account={} from={}", address.key(), from.getHostAddress());
            return refused(HookReturnCode.deny(), "535", "5.7.8 Wrong user name or password");
        }
        attempts.succeeded(address);
        session.setUsername(Username.of(address.key()));
        session.setRelayingAllowed(true);
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.ok())
                .smtpReturnCode("235")
                .smtpDescription("2.7.0 Welcome")
                .build();
    }

    @Override
    public HookResult doSasl(SMTPSession session, OidcSASLConfiguration configuration, String initialResponse) {
        return HookResult.DECLINED;
    }

    private static HookResult refused(HookReturnCode code, String status, String text) {
        return HookResult.builder()
                .hookReturnCode(code)
                .smtpReturnCode(status)
                .smtpDescription(text)
                .build();
    }
}
