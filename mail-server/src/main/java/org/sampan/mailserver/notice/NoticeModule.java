package org.sampan.mailserver.notice;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;

/** The mails the system itself writes. */
public final class NoticeModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(AutomaticAnswers.class).to(JdbcAutomaticAnswers.class).in(Scopes.SINGLETON);
        bind(Notices.class).to(LedgerNotices.class).in(Scopes.SINGLETON);
    }
}
