package org.sampan.mailserver.archive;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.webadmin.Routes;

/** The archive over REST. */
public final class ArchiveModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Routes.class).addBinding().to(ArchiveRoutes.class);
    }
}
