package org.sampan.mailserver.deliver;

import javax.annotation.PreDestroy;
import javax.inject.Inject;
import org.apache.james.lifecycle.api.Startable;

/** The engine in the life of the server. */
public final class RunningEngine implements Startable {
    private final DeliveryEngine engine;

    @Inject
    public RunningEngine(DeliveryEngine engine) {
        this.engine = engine;
    }

    public void start() {
        engine.start();
    }

    @PreDestroy
    public void stop() {
        engine.close();
    }
}
