package org.sampan.mailserver.authorise;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.post.PostJudge;

/** Binds the rules for posting. */
public final class AuthoriseModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(PostingRules.class).in(Scopes.SINGLETON);
        bind(PostJudge.class).to(PostingRules.class);
        Multibinder.newSetBinder(binder(), Routes.class).addBinding().to(RuleRoutes.class);
    }
}
