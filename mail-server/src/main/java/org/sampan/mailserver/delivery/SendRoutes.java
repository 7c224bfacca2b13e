package org.sampan.mailserver.delivery;

import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.delivery.DeliveryAnswers.ProgressAnswer;
import org.sampan.mailserver.post.ArchivedPost;
import org.sampan.mailserver.post.PostArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** What an owner does by a signed link: {@code /sends/{token}}. */
final class SendRoutes implements Routes {
    private static final String BASE = "/sends";
    private static final int REASONS = 5;
    private static final Logger LOGGER = LoggerFactory.getLogger(SendRoutes.class);

    private final Deliveries deliveries;
    private final HaltedDeliveries halted;
    private final PostArchive archive;
    private final SendLinks links;
    private final Json json;

    @Inject
    SendRoutes(Deliveries deliveries, HaltedDeliveries halted, PostArchive archive, SendLinks links, Json json) {
        this.deliveries = deliveries;
        this.halted = halted;
        this.archive = archive;
        this.links = links;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return BASE;
    }

    @Override
    public void define(Service service) {
        service.get(BASE + "/:token", (request, response) -> json.answer(response, 200, answer(send(request))));
        service.post(BASE + "/:token", this::change);
    }

    private String change(Request request, Response response) {
        SendLinks.Send send = send(request);
        ChangeRequest asked = json.read(request, ChangeRequest.class);
        String word = asked.change() == null ? "" : asked.change();
        String by = send.owner().written();
        boolean changed = switch (word) {
            case "pause" -> halted.pause(send.post(), by);
            case "resume" -> halted.resume(send.post());
            case "cancel" -> halted.cancel(send.post(), by);
            default -> throw Problem.badField("change", "change: one of pause, resume, cancel");
        };
        if (!changed) {
            String state = DeliveryAnswers.word(deliveries
                    .progress(send.post())
                    .map(DeliveryProgress::state)
                    .orElse(DeliveryProgress.State.WAITING));
            throw Problem.conflict("It cannot " + word + " now: the send is " + state + ".");
        }
        LOGGER.info("event=send-changed change={} post={}", word, send.post());
        return json.answer(response, 200, answer(send));
    }

    private SendAnswer answer(SendLinks.Send send) {
        DeliveryProgress progress = deliveries.progress(send.post()).orElse(DeliveryProgress.NOT_BEGUN);
        return new SendAnswer(
                send.post().text(),
                send.list().address().toString(),
                send.list().settings().name(),
                send.owner().written(),
                archive.find(send.list(), send.post())
                        .map(ArchivedPost::subject)
                        .orElse(""),
                ProgressAnswer.of(progress, deliveries.reasons(send.post(), REASONS)));
    }

    private SendLinks.Send send(Request request) {
        return links.holder(request.params("token"))
                .orElseThrow(
                        () -> Problem.notFound("This link is none of ours, or whoever had it is no owner any more."));
    }

    private record ChangeRequest(@Nullable String change) {}

    private record SendAnswer(
            String post, String list, String listName, String owner, String subject, ProgressAnswer delivery) {}
}
