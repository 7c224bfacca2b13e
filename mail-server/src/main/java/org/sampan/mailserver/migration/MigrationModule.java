package org.sampan.mailserver.migration;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.webadmin.Routes;

/** What comes along from another list server, over REST. */
public final class MigrationModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Routes.class).addBinding().to(ImportRoutes.class);
    }
}
