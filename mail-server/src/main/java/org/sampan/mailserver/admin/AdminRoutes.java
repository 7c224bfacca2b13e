package org.sampan.mailserver.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** What holds for every route: the token, and answers to what goes wrong. */
final class AdminRoutes implements Routes {
    private static final Logger LOGGER = LoggerFactory.getLogger(AdminRoutes.class);

    private final AdminToken token;
    private final Json json;

    @Inject
    AdminRoutes(AdminToken token, Json json) {
        this.token = token;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/";
    }

    @Override
    public void define(Service service) {
        service.before(this::requireToken);
        service.notFound((request, response) -> answer(
                response,
                Problem.notFound("There is no " + request.requestMethod() + " " + request.pathInfo() + " here.")));
        service.internalServerError(
                (request, response) -> answer(response, Problem.internal("Something went wrong here.")));
        service.exception(Problem.class, (problem, request, response) -> response.body(answer(response, problem)));
        service.exception(
                IllegalArgumentException.class,
                (e, request, response) -> response.body(answer(response, Problem.badValue(e))));
        service.exception(Exception.class, this::unexpected);
    }

    private void requireToken(Request request, Response response) {
        // James lets every web page in; nobody calls this from a browser.
        response.raw().setHeader("Access-Control-Allow-Origin", null);
        boolean open = "GET".equals(request.requestMethod()) && HealthRoutes.PATH.equals(request.pathInfo());
        if (!open && !token.isShownBy(request.headers("Authorization"))) {
            response.header("WWW-Authenticate", "Bearer");
            throw Problem.unauthorized("Show the token in <data>/admin.token: Authorization: Bearer …");
        }
    }

    private void unexpected(Exception e, Request request, Response response) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOGGER.error(
                "event=rest-failed incident={} method={} path={}",
                incident,
                request.requestMethod(),
                request.matchedPath(),
                e);
        response.body(answer(
                response,
                Problem.internal("Something went wrong here; the log tells more at incident " + incident + ".")));
    }

    private String answer(Response response, Problem problem) {
        String body = json.answer(response, problem.status(), ProblemAnswer.of(problem));
        response.type("application/problem+json;charset=utf-8");
        return body;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ProblemAnswer(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String field) {
        static ProblemAnswer of(Problem problem) {
            return new ProblemAnswer(
                    "about:blank",
                    HttpStatus.getMessage(problem.status()),
                    problem.status(),
                    problem.detail(),
                    problem.field().orElse(null));
        }
    }
}
