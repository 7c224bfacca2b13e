package org.sampan.console.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Jobs of the digest service, started and then followed to their end. */
public final class Runs {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    private final RestClient digestService;

    public Runs(RestClient digestService) {
        this.digestService = digestService;
    }

    /**
     * Starts a job and waits for its end.
     *
     * @param progress told each time something changed
     * @return the run as it ended: {@code state} is {@code done}, {@code failed} or {@code skipped}
     */
    public JsonNode follow(RestPath start, JsonNode request, Consumer<JsonNode> progress) throws InterruptedException {
        String run = digestService.post(start, request).path("run").asText();
        @Nullable JsonNode before = null;
        JsonNode now = digestService.get(RestPath.of("api", "runs", run));
        while (now.path("state").asText().equals("running")) {
            if (!now.equals(before)) {
                progress.accept(now);
            }
            before = now;
            Thread.sleep(LOOK_AGAIN.toMillis());
            now = digestService.get(RestPath.of("api", "runs", run));
        }
        return now;
    }
}
