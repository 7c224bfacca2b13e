package org.sampan.mailserver.proof;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import java.time.Clock;
import org.sampan.mailserver.domain.DmarcPolicies;
import org.sampan.mailserver.domain.Dns;

/** Binds how it is found out where a mail comes from. */
public final class ProofModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(FrontServer.class).in(Scopes.SINGLETON);
    }

    @Provides
    @Singleton
    SenderProofs senderProofs(Dns dns, DmarcPolicies policies, FrontServer front, Clock clock) {
        return new SenderProofs(new SenderChecks(new Spf(dns), new Dkim(new DkimKeys(dns), clock), policies, front));
    }
}
