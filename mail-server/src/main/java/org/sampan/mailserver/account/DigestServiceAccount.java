package org.sampan.mailserver.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.james.lifecycle.api.Startable;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The digest service's own account; its password is in a file of the data folder that the launcher makes. */
final class DigestServiceAccount implements Startable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DigestServiceAccount.class);

    private final Accounts accounts;
    private final Path passwordFile;
    private final EmailAddress address;

    @Inject
    DigestServiceAccount(Accounts accounts, Settings settings) {
        this.accounts = accounts;
        this.passwordFile = settings.data().resolve("digest-service.password");
        this.address = new EmailAddress("digest-service@" + settings.domain());
    }

    /** Makes the account, or gives it the password of the file; without the file nothing is done. */
    void ensure() throws IOException {
        if (!Files.exists(passwordFile)) {
            return;
        }
        String password = Files.readString(passwordFile).strip();
        if (!accounts.verifies(address, password)) {
            accounts.put(address, PasswordHash.of(password));
            LOGGER.info("event=account-renewed address={}", address);
        }
    }
}
