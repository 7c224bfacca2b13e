package org.sampan.mailserver.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.delivery.DeliveryAnswers.ProgressAnswer;
import org.sampan.mailserver.delivery.DeliveryAnswers.RecipientAnswer;
import org.sampan.mailserver.delivery.DeliveryAnswers.RecipientsAnswer;
import org.sampan.mailserver.delivery.RecipientStatus.Status;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists/{address}/posts/{id}/delivery}: followed, paused, resumed, cancelled; and below it single recipients' copies. */
final class DeliveryRoutes implements Routes {
    private static final String BASE = "/lists";
    private static final String DELIVERY = BASE + "/:" + ListPath.ADDRESS + "/posts/:post/delivery";
    private static final String WHO_UNSAID = "the operator";
    private static final int REASONS = 5;
    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryRoutes.class);

    private final Deliveries deliveries;
    private final HaltedDeliveries halted;
    private final PostArchive archive;
    private final ListPath path;
    private final Json json;

    @Inject
    DeliveryRoutes(Deliveries deliveries, HaltedDeliveries halted, PostArchive archive, ListPath path, Json json) {
        this.deliveries = deliveries;
        this.halted = halted;
        this.archive = archive;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return BASE;
    }

    @Override
    public void define(Service service) {
        service.get(DELIVERY, this::progress);
        service.post(DELIVERY + "/pause", (request, response) -> change(request, response, "pause", halted::pause));
        service.post(
                DELIVERY + "/resume",
                (request, response) -> change(request, response, "resume", (post, by) -> halted.resume(post)));
        service.post(DELIVERY + "/cancel", (request, response) -> change(request, response, "cancel", halted::cancel));
        service.get(DELIVERY + "/recipients", this::recipients);
        service.get(DELIVERY + "/:email", this::recipient);
    }

    private String progress(Request request, Response response) {
        return json.answer(response, 200, progress(post(request)));
    }

    private ProgressAnswer progress(PostId post) {
        DeliveryProgress progress = deliveries.progress(post).orElse(DeliveryProgress.NOT_BEGUN);
        boolean troubled = progress.deferred() + progress.failed() > 0;
        return ProgressAnswer.of(progress, troubled ? deliveries.reasons(post, REASONS) : List.of());
    }

    private String change(Request request, Response response, String word, BiPredicate<PostId, String> change) {
        PostId post = post(request);
        ChangeRequest asked =
                request.contentLength() == 0 ? new ChangeRequest(null) : json.read(request, ChangeRequest.class);
        if (!change.test(post, Halt.requireName(asked.who()))) {
            String state = DeliveryAnswers.word(
                    deliveries.progress(post).map(DeliveryProgress::state).orElse(DeliveryProgress.State.WAITING));
            throw Problem.conflict("It cannot " + word + " now: the send is " + state + ".");
        }
        LOGGER.info("event=send-changed change={} post={}", word, post);
        return json.answer(response, 200, progress(post));
    }

    private String recipients(Request request, Response response) {
        PostId post = post(request);
        RecipientsQuery query = RecipientsQuery.of(request.queryParams("status"), request.queryParams("after"))
                .limitedTo(request.queryParams("limit"));
        List<TroubledCopy> found = deliveries.troubled(post, query.statuses(), query.after(), query.limit() + 1);
        return json.answer(response, 200, RecipientsAnswer.of(found, query.limit()));
    }

    private String recipient(Request request, Response response) {
        PostId post = post(request);
        Optional<EmailAddress> email = EmailAddress.parse(request.params("email"));
        RecipientStatus status = email.flatMap(it -> deliveries.status(post, it))
                .orElseThrow(() -> Problem.notFound(
                        deliveries
                                        .progress(post)
                                        .map(DeliveryProgress::recipientsKept)
                                        .orElse(true)
                                ? "This post was not sent to that address."
                                : "Who got this post is not kept any more (delivery.keep), only how many."));
        return json.answer(response, 200, RecipientAnswer.of(email.orElseThrow().written(), status));
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

    private record ChangeRequest(@Nullable String by) {
        String who() {
            return by == null || by.isBlank() ? WHO_UNSAID : by.strip();
        }
    }

    /** @param after number of the last person of the page before */
    private record RecipientsQuery(Set<Status> statuses, long after, int limit) {
        private static final Set<Status> TROUBLED = Set.of(Status.DEFERRED, Status.FAILED);
        private static final int MOST = 1_000;
        private static final int USUAL = 100;

        static RecipientsQuery of(@Nullable String status, @Nullable String after) {
            return new RecipientsQuery(
                    status == null ? TROUBLED : Set.of(status(status)), number("after", after, 0), USUAL);
        }

        RecipientsQuery limitedTo(@Nullable String limit) {
            return new RecipientsQuery(statuses, after, (int)
                    Math.max(1, Math.min(MOST, number("limit", limit, USUAL))));
        }

        private static Status status(String text) {
            return Set.of(Status.values()).stream()
                    .filter(it -> DeliveryAnswers.word(it).equals(text))
                    .findFirst()
                    .orElseThrow(() -> Problem.badField("status", "status: one of deferred, failed, sent, cancelled"));
        }

        private static long number(String field, @Nullable String text, long otherwise) {
            try {
                return text == null ? otherwise : Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw Problem.badField(field, field + ": a number");
            }
        }
    }
}
