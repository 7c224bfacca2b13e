package org.sampan.mailserver;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.util.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.annotation.PreDestroy;
import org.apache.james.CoreDataModule;
import org.apache.james.NaiveDelegationStoreModule;
import org.apache.james.mailetcontainer.impl.JamesMailSpooler;
import org.apache.james.modules.CommonServicesModule;
import org.apache.james.modules.protocols.ProtocolHandlerModule;
import org.apache.james.modules.protocols.SMTPServerModule;
import org.apache.james.modules.server.DKIMMailetModule;
import org.apache.james.modules.server.MailQueueRoutesModule;
import org.apache.james.modules.server.MailRepositoriesRoutesModule;
import org.apache.james.modules.server.MailStoreRepositoryModule;
import org.apache.james.modules.server.NoJwtModule;
import org.apache.james.modules.server.RawPostDequeueDecoratorModule;
import org.apache.james.modules.server.TaskManagerModule;
import org.apache.james.modules.server.WebAdminServerModule;
import org.apache.james.onami.lifecycle.Stager;
import org.apache.james.server.core.configuration.Configuration;
import org.apache.james.smtpserver.netty.SMTPServerFactory;
import org.apache.james.utils.InitializationOperations;
import org.apache.james.webadmin.WebAdminServer;
import org.sampan.mailserver.account.AccountModule;
import org.sampan.mailserver.admin.AdminModule;
import org.sampan.mailserver.admin.AdminToken;
import org.sampan.mailserver.archive.ArchiveModule;
import org.sampan.mailserver.authorise.AuthoriseModule;
import org.sampan.mailserver.bounce.BounceModule;
import org.sampan.mailserver.deliver.DeliverModule;
import org.sampan.mailserver.delivery.DeliveryModule;
import org.sampan.mailserver.dkim.DkimModule;
import org.sampan.mailserver.domain.DomainModule;
import org.sampan.mailserver.enrolment.EnrolmentModule;
import org.sampan.mailserver.figures.FiguresModule;
import org.sampan.mailserver.mailbox.MailboxModule;
import org.sampan.mailserver.mailinglist.MailingListModule;
import org.sampan.mailserver.membership.MembershipModule;
import org.sampan.mailserver.migration.MigrationModule;
import org.sampan.mailserver.moderate.ModerateModule;
import org.sampan.mailserver.notice.NoticeModule;
import org.sampan.mailserver.post.PostModule;
import org.sampan.mailserver.proof.ProofModule;
import org.sampan.mailserver.settings.BadSettingsException;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.settings.SettingsModule;
import org.sampan.mailserver.smtpserver.SmtpModule;
import org.sampan.mailserver.smtpserver.TlsCertificate;
import org.sampan.mailserver.spool.Broker;
import org.sampan.mailserver.spool.EndableQueues;
import org.sampan.mailserver.spool.SpoolModule;
import org.sampan.mailserver.spool.SpoolRoom;
import org.sampan.mailserver.spool.UnreadableMails;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.StorageModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail server: Apache James with our stages. A list of modules, and the way up and down. */
public final class MailServer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(MailServer.class);
    private static final int BAD_CONFIGURATION = 78;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final Database database;
    private final Broker broker;
    private final Injector injector;

    private MailServer(Database database, Broker broker, Injector injector) {
        this.database = database;
        this.broker = broker;
        this.injector = injector;
    }

    private static List<Module> modulesOfJames(Configuration configuration) {
        return List.of(
                new CommonServicesModule(configuration),
                new CoreDataModule(),
                new NaiveDelegationStoreModule(),
                new MailStoreRepositoryModule(),
                new MailetsModule(),
                new ProtocolHandlerModule(),
                new SMTPServerModule(),
                new RawPostDequeueDecoratorModule(),
                new DKIMMailetModule(),
                new TaskManagerModule(),
                new WebAdminServerModule(),
                new NoJwtModule(),
                new MailQueueRoutesModule(),
                new MailRepositoriesRoutesModule());
    }

    /** Whatever one of ours binds replaces what James binds. */
    private static List<Module> modulesOfOurs(Settings settings, Database database, Broker broker, Clock clock)
            throws IOException {
        return List.of(
                new JamesModule(settings, TlsCertificate.of(settings, clock), clock),
                // technical packages
                new SettingsModule(settings),
                new StorageModule(database),
                new SpoolModule(
                        broker,
                        SpoolRoom.in(settings.data(), settings.smtp().maxBytes()),
                        new UnreadableMails(settings.data().resolve(UnreadableMails.FOLDER))),
                new SmtpModule(),
                new AdminModule(
                        settings.adminPort(), AdminToken.in(settings.data().resolve("admin.token"))),
                // things
                new DkimModule(settings),
                new DomainModule(),
                new SigningKeyModule(),
                new MailingListModule(settings),
                new FiguresModule(),
                new MembershipModule(),
                new PostModule(),
                new ProofModule(),
                new DeliveryModule(),
                new NoticeModule(settings),
                new EnrolmentModule(),
                new MigrationModule(),
                new AccountModule(),
                // stages
                new AuthoriseModule(),
                new ModerateModule(),
                new ArchiveModule(),
                new MailboxModule(),
                new DeliverModule(),
                new BounceModule());
    }

    public static void main(String[] arguments) {
        try {
            MailServer server = start(Settings.from(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        } catch (BadSettingsException e) {
            e.problems().forEach(problem -> System.err.println("sampan: " + problem));
            System.exit(BAD_CONFIGURATION);
        } catch (Exception e) {
            System.err.println("sampan: the mail server cannot start: " + e.getMessage());
            LOGGER.error("event=start-failed", e);
            System.exit(1);
        }
    }

    /**
     * Starts everything; when it returns, mail is taken.
     *
     * @throws BadSettingsException when a file of {@code config/mail-server} is not sound
     */
    public static MailServer start(Settings settings) throws Exception {
        return start(settings, Clock.systemUTC());
    }

    /** @param clock what goes by: a test need not wait for weeks */
    static MailServer start(Settings settings, Clock clock) throws Exception {
        long begin = System.nanoTime();
        // Else James asks the DNS for each client's name, in the thread that serves the others.
        System.setProperty("james.protocols.mdc.hostname", "false");
        Files.createDirectories(settings.data());
        Database database = Database.open(settings.database());
        Broker broker = Broker.open(settings.broker(), settings.data().resolve("queue"));
        Configuration configuration = Configuration.builder()
                .workingDirectory(settings.data().toFile())
                .build();
        Injector injector = Guice.createInjector(
                Modules.override(modulesOfJames(configuration)).with(modulesOfOurs(settings, database, broker, clock)));
        injector.getInstance(InitializationOperations.class).initModules();
        MailServer server = new MailServer(database, broker, injector);
        LOGGER.info(
                "event=started smtp={} submission={} admin={} millis={}",
                server.smtpPort(),
                server.submissionPort(),
                server.adminPort(),
                (System.nanoTime() - begin) / 1_000_000);
        return server;
    }

    /** The port other servers send to, also where the setting said any. */
    public int smtpPort() {
        return smtpServers().getServers().get(0).getPort();
    }

    /** The port accounts send to. */
    public int submissionPort() {
        return smtpServers().getServers().get(1).getPort();
    }

    /** The port of the REST interface. */
    public int adminPort() {
        return injector.getInstance(WebAdminServer.class).getPort().getValue();
    }

    /** Takes no more mail, finishes what is in hand, frees every port and lock. */
    @Override
    public void close() {
        finishWhatIsInHand();
        injector.getInstance(Key.get(new TypeLiteral<Stager<PreDestroy>>() {})).stage();
        try {
            broker.close();
        } catch (Exception e) {
            LOGGER.error("event=queue-not-closed", e);
        }
        database.close();
        LOGGER.info("event=stopped");
    }

    /** Else James takes the mails away from under the mailets. Whoever takes longer is cut off as at a power failure. */
    private void finishWhatIsInHand() {
        injector.getInstance(EndableQueues.class).end();
        JamesMailSpooler spooler = injector.getInstance(JamesMailSpooler.class);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (spooler.getCurrentSpoolCount() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
        if (spooler.getCurrentSpoolCount() > 0) {
            LOGGER.warn("event=stopping-unfinished mails={}", spooler.getCurrentSpoolCount());
        }
    }

    private SMTPServerFactory smtpServers() {
        return injector.getInstance(SMTPServerFactory.class);
    }
}
