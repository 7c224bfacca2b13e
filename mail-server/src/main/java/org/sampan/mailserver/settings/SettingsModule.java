package org.sampan.mailserver.settings;

import com.google.inject.AbstractModule;

/** The operator's settings, for every package. */
public final class SettingsModule extends AbstractModule {
    private final Settings settings;

    public SettingsModule(Settings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        bind(Settings.class).toInstance(settings);
    }
}
