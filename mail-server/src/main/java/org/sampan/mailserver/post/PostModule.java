package org.sampan.mailserver.post;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;

/** Binds the archive and the way back to the spool. */
public final class PostModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(PostArchive.class).to(JdbcPostArchive.class).in(Scopes.SINGLETON);
        bind(OldPosts.class).to(JdbcOldPosts.class).in(Scopes.SINGLETON);
        bind(Conversations.class).to(JdbcConversations.class).in(Scopes.SINGLETON);
        bind(PostAttributes.class).in(Scopes.SINGLETON);
        bind(ReasonTexts.class).in(Scopes.SINGLETON);
        bind(PostSpool.class).to(JamesPostSpool.class).in(Scopes.SINGLETON);
    }
}
