package org.sampan.mailserver.notice;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import org.sampan.mailserver.settings.Settings;

/** The mails the system itself writes. */
public final class NoticeModule extends AbstractModule {
    private final LetterWriter writer;

    /** @throws org.sampan.mailserver.settings.BadSettingsException when a template or bundle is not sound */
    public NoticeModule(Settings settings) {
        writer = new LetterWriter(
                settings.home().resolve("templates"), settings.config().resolve("notices"));
    }

    @Override
    protected void configure() {
        bind(LetterWriter.class).toInstance(writer);
        bind(Phrases.class).toInstance(writer);
        bind(AutomaticAnswers.class).to(JdbcAutomaticAnswers.class).in(Scopes.SINGLETON);
        bind(Notices.class).to(LedgerNotices.class).in(Scopes.SINGLETON);
    }
}
