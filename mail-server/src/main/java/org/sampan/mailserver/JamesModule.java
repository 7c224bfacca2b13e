package org.sampan.mailserver;

import com.google.inject.AbstractModule;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.PeriodicalHealthChecksConfiguration;
import org.apache.james.core.Domain;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.mailbox.Authorizator;
import org.apache.james.mailrepository.api.MailRepositoryUrlStore;
import org.apache.james.mailrepository.api.Protocol;
import org.apache.james.mailrepository.file.FileMailRepository;
import org.apache.james.mailrepository.memory.MailRepositoryStoreConfiguration;
import org.apache.james.mailrepository.memory.MemoryMailRepositoryUrlStore;
import org.apache.james.rrt.api.AliasReverseResolver;
import org.apache.james.rrt.api.CanSendFrom;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.lib.AliasReverseResolverImpl;
import org.apache.james.rrt.lib.CanSendFromImpl;
import org.apache.james.rrt.memory.MemoryRecipientRewriteTable;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtpserver.TlsCertificate;

/** What James asks its product for: configuration, domain, and the few stores of its own that we let it have. */
final class JamesModule extends AbstractModule {
    private final Settings settings;
    private final TlsCertificate certificate;
    private final Clock clock;

    JamesModule(Settings settings, TlsCertificate certificate, Clock clock) {
        this.settings = settings;
        this.certificate = certificate;
        this.clock = clock;
    }

    @Override
    protected void configure() {
        bind(Clock.class).toInstance(clock);
        bind(ConfigurationProvider.class)
                .toInstance(new JamesConfiguration(
                        settings.home().resolve("config").resolve("mail-server"), settingsForFiles()));
        bind(DomainList.class).toInstance(new OneDomain(Domain.of(settings.domain())));
        bind(Authorizator.class).toInstance((user, other) -> Authorizator.AuthorizationState.FORBIDDEN);
        bind(PeriodicalHealthChecksConfiguration.class)
                .toInstance(PeriodicalHealthChecksConfiguration.DEFAULT_CONFIGURATION);
        bindAliases();
        bindMailRepositories();
    }

    /** James knows aliases; we do not: a table that is never filled. */
    private void bindAliases() {
        bind(RecipientRewriteTable.class).to(MemoryRecipientRewriteTable.class);
        bind(MemoryRecipientRewriteTable.class).asEagerSingleton();
        bind(AliasReverseResolver.class).to(AliasReverseResolverImpl.class);
        bind(CanSendFrom.class).to(CanSendFromImpl.class);
    }

    private void bindMailRepositories() {
        bind(MailRepositoryUrlStore.class).to(MemoryMailRepositoryUrlStore.class);
        bind(MemoryMailRepositoryUrlStore.class).asEagerSingleton();
        bind(MailRepositoryStoreConfiguration.class)
                .toInstance(MailRepositoryStoreConfiguration.forItems(new MailRepositoryStoreConfiguration.Item(
                        List.of(new Protocol("file")),
                        FileMailRepository.class.getName(),
                        new BaseHierarchicalConfiguration())));
    }

    private Map<String, String> settingsForFiles() {
        return Map.of(
                "domain", settings.domain(),
                "smtp.host", settings.smtp().host(),
                "smtp.port", Integer.toString(settings.smtp().port()),
                "submission.port", Integer.toString(settings.smtp().submissionPort()),
                "smtp.hostname", settings.smtp().hostname(),
                "smtp.maxBytes", settings.smtp().maxBytes() + "B",
                "tls.certificate", certificate.certificate().toUri().toString(),
                "tls.key", certificate.key().toUri().toString());
    }
}
