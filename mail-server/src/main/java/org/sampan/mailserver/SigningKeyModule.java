package org.sampan.mailserver;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.storage.Secrets;

/** The one key of VERP addresses and leave links, the same on every node and for ever. */
final class SigningKeyModule extends AbstractModule {
    @Provides
    @Singleton
    SigningKey signingKey(Secrets secrets) {
        return new SigningKey(secrets.named("signing"));
    }
}
