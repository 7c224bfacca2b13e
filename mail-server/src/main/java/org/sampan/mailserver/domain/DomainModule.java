package org.sampan.mailserver.domain;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.sampan.mailserver.settings.Settings;
import org.xbill.DNS.ExtendedResolver;

/** Binds what is asked of the name servers. */
public final class DomainModule extends AbstractModule {
    /** In all, whatever the number of servers and of tries. */
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    @Provides
    @Singleton
    Dns dns(Settings settings) {
        return new ResolvingDns(settings.dnsServers());
    }

    @Provides
    @Singleton
    DmarcPolicies dmarcPolicies(Settings settings, Clock clock) {
        ExtendedResolver resolver = ResolvingDns.resolver(settings.dnsServers());
        resolver.setTimeout(TIMEOUT);
        resolver.setRetries(2);
        return new DnsDmarcPolicies(resolver, clock);
    }
}
