package org.sampan.mailserver.authorise;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import org.sampan.mailserver.post.PostJudge;

/** Binds the rules for posting. */
public final class AuthoriseModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(PostJudge.class).to(PostingRules.class).in(Scopes.SINGLETON);
    }
}
