package org.sampan.mailserver.archive;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import org.apache.james.utils.InitializationOperation;
import org.apache.james.utils.InitilizationOperationBuilder;
import org.apache.james.webadmin.Routes;

/** The archive: its index, what is taken out of it, and all of it over REST. */
public final class ArchiveModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ArchiveIndex.class).to(JdbcArchiveIndex.class).in(Scopes.SINGLETON);
        bind(Removals.class).to(JdbcRemovals.class).in(Scopes.SINGLETON);
        bind(FeedTokens.class).to(JdbcFeedTokens.class).in(Scopes.SINGLETON);
        bind(IndexArchive.class).in(Scopes.SINGLETON);
        Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(ArchiveRoutes.class);
        routes.addBinding().to(ConversationRoutes.class);
        routes.addBinding().to(RemovalRoutes.class);
        routes.addBinding().to(FileRoutes.class);
        routes.addBinding().to(ExportRoutes.class);
        routes.addBinding().to(FeedRoutes.class);
    }

    @ProvidesIntoSet
    InitializationOperation readTheArchive(IndexArchive index) {
        return InitilizationOperationBuilder.forClass(IndexArchive.class).init(index::start);
    }
}
