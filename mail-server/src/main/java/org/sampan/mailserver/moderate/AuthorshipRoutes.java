package org.sampan.mailserver.moderate;

import java.time.Instant;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.content.HtmlText;
import org.sampan.mailserver.content.PartText;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.moderate.Authorships.Authorship;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /authorships/{token}}: "this is from me". GET shows, POST acts. */
final class AuthorshipRoutes implements Routes {
    private static final String AUTHORSHIP = "/authorships/:token";
    private static final int LONGEST_TEXT = 3_000;

    private final Authorships authorships;
    private final Json json;

    @Inject
    AuthorshipRoutes(Authorships authorships, Json json) {
        this.authorships = authorships;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/authorships";
    }

    @Override
    public void define(Service service) {
        service.get(AUTHORSHIP, this::show);
        service.post(AUTHORSHIP, this::confirm);
    }

    private String show(Request request, Response response) {
        return authorships
                .find(request.params("token"))
                .map(it -> json.answer(response, 200, AuthorshipAnswer.of(it, it.decided() ? "decided" : "waiting")))
                .orElseThrow(AuthorshipRoutes::unknown);
    }

    private String confirm(Request request, Response response) {
        return authorships
                .confirm(request.params("token"))
                .map(it -> json.answer(response, 200, AuthorshipAnswer.of(it, it.decided() ? "decided" : "sent")))
                .orElseThrow(AuthorshipRoutes::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("This link was not made here, or has expired.");
    }

    private record AuthorshipAnswer(
            String list,
            String listName,
            String email,
            String language,
            String subject,
            String text,
            Instant expiresAt,
            String state) {
        static AuthorshipAnswer of(Authorship authorship, String state) {
            MailingList list = authorship.post().list();
            return new AuthorshipAnswer(
                    list.address().toString(),
                    list.settings().name(),
                    authorship.author().written(),
                    authorship.language(),
                    authorship.post().subject(),
                    beginning(authorship.post().message(), 0),
                    authorship.expiresAt(),
                    state);
        }

        /** So that nobody says yes to another's text with the subject of one's own. */
        private static String beginning(Message part, int depth) {
            String text = depth > 5
                    ? ""
                    : Multipart.read(part)
                            .map(it -> it.parts().stream()
                                    .map(each -> beginning(each, depth + 1))
                                    .filter(each -> !each.isBlank())
                                    .findFirst()
                                    .orElse(""))
                            .orElseGet(() -> PartText.page(part)
                                    .map(HtmlText::of)
                                    .or(() -> PartText.plain(part))
                                    .orElse(""));
            return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + " …";
        }
    }
}
