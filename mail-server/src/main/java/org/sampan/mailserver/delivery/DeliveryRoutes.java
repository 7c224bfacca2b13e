package org.sampan.mailserver.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostId;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists/{address}/posts/{id}/delivery}, and below it one recipient's copy. */
final class DeliveryRoutes implements Routes {
    private static final String BASE = "/lists";
    private static final String DELIVERY = BASE + "/:" + ListPath.ADDRESS + "/posts/:post/delivery";

    private final Deliveries deliveries;
    private final PostArchive archive;
    private final ListPath path;
    private final Json json;
    private final Clock clock;

    @Inject
    DeliveryRoutes(Deliveries deliveries, PostArchive archive, ListPath path, Json json, Clock clock) {
        this.deliveries = deliveries;
        this.archive = archive;
        this.path = path;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String getBasePath() {
        return BASE;
    }

    @Override
    public void define(Service service) {
        service.get(DELIVERY, this::progress);
        service.get(DELIVERY + "/:email", this::recipient);
    }

    private String progress(Request request, Response response) {
        DeliveryProgress progress =
                deliveries.progress(post(request)).orElse(new DeliveryProgress(0, 0, 0, 0, 0, null, null));
        return json.answer(response, 200, ProgressAnswer.of(progress, clock.instant()));
    }

    private String recipient(Request request, Response response) {
        PostId post = post(request);
        Optional<EmailAddress> email = EmailAddress.parse(request.params("email"));
        RecipientStatus status = email.flatMap(it -> deliveries.status(post, it))
                .orElseThrow(() -> Problem.notFound("This post was not sent to that address."));
        return json.answer(response, 200, RecipientAnswer.of(email.orElseThrow(), status));
    }

    private PostId post(Request request) {
        var list = path.list(request);
        try {
            PostId post = new PostId(request.params("post"));
            if (archive.find(list, post).isPresent()) {
                return post;
            }
        } catch (IllegalArgumentException noId) {
            // said below, together with ids of other lists' posts
        }
        throw Problem.notFound("No such post on " + list.address() + ".");
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record ProgressAnswer(
            long recipients,
            long sent,
            long deferred,
            long failed,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            double ratePerSecond) {
        static ProgressAnswer of(DeliveryProgress progress, Instant now) {
            return new ProgressAnswer(
                    progress.recipients(),
                    progress.sent(),
                    progress.deferred(),
                    progress.failed(),
                    progress.startedAt(),
                    progress.finishedAt(),
                    rate(progress, now));
        }

        private static double rate(DeliveryProgress progress, Instant now) {
            if (progress.startedAt() == null) {
                return 0;
            }
            Instant end = progress.finishedAt() == null ? now : progress.finishedAt();
            long millis =
                    Math.max(1, Duration.between(progress.startedAt(), end).toMillis());
            return Math.round(progress.sent() * 10_000.0 / millis) / 10.0;
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record RecipientAnswer(
            String email,
            String status,
            int attempts,
            String lastReply,
            @Nullable Instant nextAttemptAt) {
        static RecipientAnswer of(EmailAddress email, RecipientStatus status) {
            return new RecipientAnswer(
                    email.written(),
                    status.status().name().toLowerCase(Locale.ROOT),
                    status.attempts(),
                    status.lastReply(),
                    status.nextAttemptAt());
        }
    }
}
