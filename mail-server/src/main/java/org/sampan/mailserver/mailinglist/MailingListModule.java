package org.sampan.mailserver.mailinglist;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lists; at the first start of all those the operator's {@code lists.yaml} declares. */
public final class MailingListModule extends AbstractModule {
    private static final Logger LOGGER = LoggerFactory.getLogger(MailingListModule.class);

    private final List<DeclaredList> declared;

    /** @throws org.sampan.mailserver.settings.BadSettingsException when {@code lists.yaml} is not sound */
    public MailingListModule(Settings settings) {
        declared = ListsFile.read(settings.config().resolve("lists.yaml"), settings.domain());
    }

    @Override
    protected void configure() {
        bind(AcceptedSenders.class).to(JdbcAcceptedSenders.class).in(Scopes.SINGLETON);
        bind(Stewardships.class).to(JdbcStewardships.class).in(Scopes.SINGLETON);
        Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(MailingListRoutes.class);
        routes.addBinding().to(StewardRoutes.class);
        routes.addBinding().to(StewardshipRoutes.class);
    }

    @Provides
    @Singleton
    MailingLists mailingLists(Database database) {
        JdbcMailingLists lists = new JdbcMailingLists(database);
        if (lists.addFirst(declared)) {
            LOGGER.info("event=first-lists-made count={}", declared.size());
        }
        return lists;
    }
}
