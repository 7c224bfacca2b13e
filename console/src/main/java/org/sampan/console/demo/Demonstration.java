package org.sampan.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sampan.console.catcher.MailCatcher;
import org.sampan.console.launch.DataFolder;
import org.sampan.console.launch.Run;
import org.sampan.console.launch.Stop;
import org.sampan.console.rest.RestClient;
import org.sampan.console.rest.RestException;
import org.sampan.console.settings.Installation;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Settings;
import org.sampan.console.settings.SettingsReader;
import org.sampan.console.supervise.EventLog;

/**
 * Shows everything at once: starts a real installation in a folder of its own, with the catcher as its relay, loads the invented network,
 * publishes an edition, and says where to look. {@link #run} lasts until {@link #stop}, which may come from any thread, at any time.
 */
public final class Demonstration {

    private static final int CATCHER_WEB_PORT = 8025;
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration DELIVERY = Duration.ofMinutes(2);

    private final Map<String, String> outerEnvironment;
    private final DemoFolder folder;
    private final DemoNetwork network;
    private final Consumer<String> say;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private volatile @Nullable Run running;

    /** @param environment the process's; the operator's own settings stay out of it */
    public Demonstration(Map<String, String> environment, Consumer<String> say) {
        this.outerEnvironment = environment;
        this.folder = DemoFolder.of(environment);
        this.network = DemoNetwork.of(Installation.of(environment));
        this.say = say;
    }

    /**
     * @param fresh wipes what an earlier demonstration left
     * @throws DemoException when one runs already or a step fails; everything has ended then
     */
    public void run(boolean fresh) throws InterruptedException {
        if (new Stop(new DataFolder(folder.path())).supervisor().isPresent()) {
            throw new DemoException("a demonstration runs already in " + folder.path());
        }
        if (fresh) {
            new Stop(new DataFolder(folder.path())).stop();
            folder.wipe();
        }
        int webPort = new DemoPorts(Map.of()).near(CATCHER_WEB_PORT);
        try (MailCatcher catcher = MailCatcher.start(folder.caughtMails(), 0, webPort)) {
            Map<String, String> environment =
                    DemoEnvironment.make(outerEnvironment, folder, network, catcher.smtpPort());
            folder.write(environment);
            run(environment, catcher);
        }
    }

    /** Asks for the end and returns at once. */
    public void stop() {
        stopAsked.countDown();
        Run now = running;
        if (now != null) {
            now.stop();
        }
    }

    private void run(Map<String, String> environment, MailCatcher catcher) throws InterruptedException {
        Settings settings = SettingsReader.read(environment);
        new DataFolder(settings.data()).create();
        Run installation = new Run(settings, environment, new EventLog(supervisorLog()));
        running = installation;
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> untilEnd(installation));
        try {
            say.accept("Starting PostgreSQL, the mail server and the digest service …");
            if (!installation.awaitReady(START)) {
                installation.stop();
                end.join();
                if (stopAsked.getCount() > 0) {
                    throw new DemoException("the programs did not answer in time; see "
                            + settings.data().resolve("logs"));
                }
                return;
            }
            show(settings, catcher);
            stopAsked.await();
            say.accept("Ending …");
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        } finally {
            installation.stop();
            end.exceptionally(e -> null).join();
        }
    }

    private static void untilEnd(Run installation) {
        try {
            installation.untilEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Settings settings, MailCatcher catcher) throws InterruptedException {
        DataFolder data = new DataFolder(settings.data());
        RestClient mailServer = new RestClient("mail server", settings.mailServer(), data.adminToken());
        RestClient digestService = new RestClient("digest service", settings.digestService(), data.adminToken());
        LoadNetwork load = new LoadNetwork(mailServer, digestService, network, settings.get(Keys.SMTP_PORT));
        step("People", load::importPeople);
        step("Discussion on members", load::sendThread);
        step("A stranger writes to members", load::sendAsStranger);
        step("A member writes to mekong-news", load::approveHeldPost);
        step("News", load::collectNews);
        step("Statement", load::sendStatement);
        JsonNode edition = load.publishEdition();
        say.accept("  Edition: " + edition.path("items").asInt() + " stories, "
                + edition.path("state").asText());
        Deliveries.Sum sum = new Deliveries(mailServer).await(DELIVERY);
        say.accept("  Delivery: " + sum.posts() + " posts to " + sum.recipients() + " recipients, " + sum.sent()
                + " sent" + (sum.open() > 0 ? ", the rest follows" : ""));
        DemoSigns.of(settings, catcher, edition).forEach(say);
    }

    private void step(String title, Step step) throws InterruptedException {
        try {
            say.accept("  " + title + ": " + step.take());
        } catch (RestException e) {
            throw new DemoException(title + " failed: " + e.getMessage());
        }
    }

    /** Answers what came of it, in a few words. */
    private interface Step {
        String take() throws InterruptedException;
    }

    private PrintStream supervisorLog() {
        try {
            return new PrintStream(
                    Files.newOutputStream(new DataFolder(folder.path())
                            .logs()
                            .of(Run.SUPERVISOR)
                            .file()),
                    true,
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log", e);
        }
    }
}
