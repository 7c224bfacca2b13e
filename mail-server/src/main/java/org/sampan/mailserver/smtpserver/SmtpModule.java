package org.sampan.mailserver.smtpserver;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.smtpserver.netty.SMTPServerFactory;
import org.sampan.mailserver.admin.HealthPart;

/** What the SMTP ports add to James's own. */
public final class SmtpModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SMTPServerFactory.class).to(SmtpPorts.class);
        Multibinder.newSetBinder(binder(), HealthPart.class).addBinding().to(SmtpHealth.class);
    }
}
