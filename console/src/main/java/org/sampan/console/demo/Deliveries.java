package org.sampan.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sampan.console.rest.RestClient;
import org.sampan.console.rest.RestPath;

/** Waits until every post of the demonstration has gone out. */
record Deliveries(RestClient mailServer) {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    /** What became of the copies of all posts. */
    record Sum(int posts, int recipients, int sent, int open) {}

    Sum await(Duration patience) throws InterruptedException {
        Instant until = Instant.now().plus(patience);
        Sum sum = sum();
        while ((sum.open() > 0 || sum.posts() == 0) && Instant.now().isBefore(until)) {
            Thread.sleep(LOOK_AGAIN.toMillis());
            sum = sum();
        }
        return sum;
    }

    private Sum sum() {
        List<JsonNode> deliveries = new ArrayList<>();
        for (String list : List.of(DemoNetwork.MEMBERS, DemoNetwork.NEWS)) {
            RestPath posts = RestPath.of("lists", list, "posts").with("limit", "100");
            for (JsonNode post : mailServer.get(posts).path("posts")) {
                deliveries.add(mailServer.get(
                        RestPath.of("lists", list, "posts", post.path("id").asText(), "delivery")));
            }
        }
        int recipients = deliveries.stream()
                .mapToInt(each -> each.path("recipients").asInt())
                .sum();
        int sent =
                deliveries.stream().mapToInt(each -> each.path("sent").asInt()).sum();
        int failed = deliveries.stream()
                .mapToInt(each -> each.path("failed").asInt())
                .sum();
        long unfinished = deliveries.stream()
                .filter(each -> each.path("finishedAt").isNull())
                .count();
        return new Sum(deliveries.size(), recipients, sent, (int) Math.max(unfinished, recipients - sent - failed));
    }
}
