package org.sampan.mailserver.deliver;

import javax.annotation.PreDestroy;
import javax.inject.Inject;
import org.apache.james.lifecycle.api.Startable;
import org.sampan.mailserver.delivery.HaltedDeliveries;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine in the life of the server. */
public final class RunningEngine implements Startable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RunningEngine.class);

    private final DeliveryEngine engine;
    private final HaltedDeliveries halted;
    private final boolean hold;

    @Inject
    public RunningEngine(DeliveryEngine engine, HaltedDeliveries halted, Settings settings) {
        this.engine = engine;
        this.halted = halted;
        this.hold = settings.delivery().hold();
    }

    /** What an earlier server was sending is not gone on with where {@code delivery.hold} asks for a person's look first. */
    public void start() {
        if (hold) {
            LOGGER.warn("event=sends-held paused={} setting=delivery.hold", halted.pauseAll());
        }
        engine.start();
    }

    @PreDestroy
    public void stop() {
        engine.close();
    }
}
