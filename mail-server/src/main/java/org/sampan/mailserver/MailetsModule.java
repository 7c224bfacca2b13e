package org.sampan.mailserver;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.mailetcontainer.AutomaticallySentMailDetectorImpl;
import org.apache.james.mailetcontainer.api.LocalResources;
import org.apache.james.mailetcontainer.api.MailProcessor;
import org.apache.james.mailetcontainer.api.MailetLoader;
import org.apache.james.mailetcontainer.api.MatcherLoader;
import org.apache.james.mailetcontainer.api.jmx.MailSpoolerMBean;
import org.apache.james.mailetcontainer.impl.CompositeProcessorImpl;
import org.apache.james.mailetcontainer.impl.JamesMailSpooler;
import org.apache.james.mailetcontainer.impl.JamesMailetContext;
import org.apache.james.mailetcontainer.impl.LocalResourcesImpl;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.modules.server.MailetContainerModule.DefaultProcessorsConfigurationSupplier;
import org.apache.james.modules.server.MailetContainerModule.MailetModuleInitializationOperation;
import org.apache.james.modules.server.MailetContainerModule.ProcessorsCheck;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.utils.GuiceMailetLoader;
import org.apache.james.utils.GuiceMatcherLoader;
import org.apache.james.utils.InitializationOperation;
import org.apache.james.utils.InitilizationOperationBuilder;
import org.apache.james.utils.MailetConfigurationOverride;
import org.apache.mailet.MailetContext;
import org.apache.mailet.base.AutomaticallySentMailDetector;
import org.sampan.mailserver.spool.SturdyProcessor;

/**
 * James's mailet container, wired as James's own {@code MailetContainerModule} does, but for its check that there is a
 * {@code transport} processor: our processors are the stages.
 */
final class MailetsModule extends AbstractModule {
    private static final String FILE = "mailetcontainer";

    @Override
    protected void configure() {
        bind(CompositeProcessorImpl.class).in(Scopes.SINGLETON);
        bind(JamesMailSpooler.class).in(Scopes.SINGLETON);
        bind(MailSpoolerMBean.class).to(JamesMailSpooler.class);
        bind(JamesMailetContext.class).in(Scopes.SINGLETON);
        bind(MailetContext.class).to(JamesMailetContext.class);
        bind(LocalResourcesImpl.class).in(Scopes.SINGLETON);
        bind(LocalResources.class).to(LocalResourcesImpl.class);
        bind(AutomaticallySentMailDetectorImpl.class).in(Scopes.SINGLETON);
        bind(AutomaticallySentMailDetector.class).to(AutomaticallySentMailDetectorImpl.class);
        bind(MailetLoader.class).to(GuiceMailetLoader.class);
        bind(MatcherLoader.class).to(GuiceMatcherLoader.class);
        bind(DefaultProcessorsConfigurationSupplier.class).toInstance(BaseHierarchicalConfiguration::new);
        Multibinder.newSetBinder(binder(), MailetConfigurationOverride.class);
        Multibinder.newSetBinder(binder(), ProcessorsCheck.class);
        Multibinder.newSetBinder(binder(), InitializationOperation.class)
                .addBinding()
                .to(MailetModuleInitializationOperation.class);
    }

    @Provides
    @Singleton
    MailProcessor processor(CompositeProcessorImpl stages) {
        return new SturdyProcessor(stages);
    }

    @Provides
    @Singleton
    JamesMailSpooler.Configuration spooler(MailRepositoryStore repositories, ConfigurationProvider configuration)
            throws ConfigurationException {
        return JamesMailSpooler.Configuration.from(repositories, configuration.getConfiguration(FILE + ".spooler"));
    }

    @ProvidesIntoSet
    InitializationOperation mailetContext(ConfigurationProvider configuration, JamesMailetContext context) {
        return InitilizationOperationBuilder.forClass(JamesMailetContext.class)
                .init(() -> context.configure(configuration.getConfiguration(FILE + ".context")));
    }
}
