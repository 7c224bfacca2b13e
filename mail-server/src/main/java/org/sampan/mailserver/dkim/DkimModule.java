package org.sampan.mailserver.dkim;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.settings.Settings;

/** The keys, read at the start so that a bad file stops it. */
public final class DkimModule extends AbstractModule {
    private final DkimKeys keys;

    /** @throws org.sampan.mailserver.settings.BadSettingsException when a key file is not sound */
    public DkimModule(Settings settings) {
        keys = DkimKeys.of(settings);
    }

    @Override
    protected void configure() {
        bind(DkimKeys.class).toInstance(keys);
        Multibinder.newSetBinder(binder(), Routes.class).addBinding().to(DkimRoutes.class);
    }
}
