package org.sampan.mailserver.bounce;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import org.sampan.mailserver.delivery.Refusals;

/** Listens to what comes back. */
public final class BounceModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Refusals.class).addBinding().to(RecordRefusal.class);
    }
}
