package org.sampan.mailserver.mailbox;

import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /mailboxes/{name}/messages}: mail for digest-service, which removes what it has taken; see config/contract. */
final class MailboxRoutes implements Routes {
    private static final Logger LOGGER = LoggerFactory.getLogger(MailboxRoutes.class);
    private static final String MAILBOXES = "/mailboxes";
    private static final String MESSAGES = MAILBOXES + "/:name/messages";
    private static final int MOST = 100;

    private final MailboxMessages messages;
    private final Json json;

    @Inject
    MailboxRoutes(MailboxMessages messages, Json json) {
        this.messages = messages;
        this.json = json;
    }

    record MessageAnswer(
            long id,
            Instant receivedAt,
            @Nullable String from,
            @Nullable String account,
            String subject,
            long bytes) {
        static MessageAnswer of(MailboxMessage message) {
            return new MessageAnswer(
                    message.id(),
                    message.receivedAt(),
                    message.from().map(EmailAddress::written).orElse(null),
                    message.account().orElse(null),
                    message.subject(),
                    message.bytes());
        }
    }

    record MessagesAnswer(List<MessageAnswer> messages) {}

    @Override
    public String getBasePath() {
        return MAILBOXES;
    }

    @Override
    public void define(Service service) {
        service.get(MESSAGES, this::waiting);
        service.get(MESSAGES + "/:id/raw", this::raw);
        service.delete(MESSAGES + "/:id", this::remove);
    }

    private String waiting(Request request, Response response) {
        return json.answer(
                response,
                200,
                new MessagesAnswer(messages.waiting(mailbox(request), MOST).stream()
                        .map(MessageAnswer::of)
                        .toList()));
    }

    private Object raw(Request request, Response response) {
        byte[] bytes = messages.raw(mailbox(request), id(request)).orElseThrow(() -> noSuchMessage(request));
        response.type("message/rfc822");
        return bytes;
    }

    private String remove(Request request, Response response) {
        Mailbox mailbox = mailbox(request);
        long id = id(request);
        if (!messages.remove(mailbox, id)) {
            throw noSuchMessage(request);
        }
        LOGGER.info("event=mailbox-message-taken mailbox={} message={}", mailbox.word(), id);
        response.status(204);
        return "";
    }

    private static Mailbox mailbox(Request request) {
        return Mailbox.of(request.params("name"))
                .orElseThrow(() -> Problem.notFound("There is no mailbox " + request.params("name") + "."));
    }

    private static long id(Request request) {
        try {
            return Long.parseLong(request.params("id"));
        } catch (NumberFormatException noNumber) {
            throw noSuchMessage(request);
        }
    }

    private static Problem noSuchMessage(Request request) {
        return Problem.notFound("There is no message " + request.params("id") + " waiting.");
    }
}
