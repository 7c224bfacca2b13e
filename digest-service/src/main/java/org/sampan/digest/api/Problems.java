package org.sampan.digest.api;

import java.util.Locale;
import org.sampan.digest.edit.BadEdit;
import org.sampan.digest.edit.Unfit;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.page.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Every failure of {@code /api} as a problem of RFC 9457; what nobody expected is logged, and told without its insides.
 * Before Spring's own advice, which would not name the field.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {
    private static final Logger LOGGER = LoggerFactory.getLogger(Problems.class);

    private final Messages messages;

    Problems(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        ProblemDetail problem = problem(refused.status(), String.valueOf(refused.getMessage()));
        refused.field().ifPresent(field -> problem.setProperty("field", field));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badEdit(BadEdit bad) {
        return refused(Refused.field(bad.field(), String.valueOf(bad.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(Unfit unfit) {
        HttpStatus status = switch (unfit.code()) {
            case "gone" -> HttpStatus.NOT_FOUND;
            case "busy", "changed", "closed", "not-out", "own", "second-person", "sending", "state" ->
                HttpStatus.CONFLICT;
            default -> HttpStatus.BAD_REQUEST;
        };
        ProblemDetail problem =
                problem(status, messages.text(Locale.ENGLISH, "statement.problem." + unfit.code(), unfit.values()));
        if (!unfit.field().isEmpty()) {
            problem.setProperty("field", unfit.field());
        }
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof UnrecognizedPropertyException unknown) {
            return refused(Refused.field(
                    unknown.getPropertyName(),
                    "unknown field " + unknown.getPropertyName() + "; known are " + unknown.getKnownPropertyIds()));
        }
        if (unreadable.getCause() instanceof DatabindException bad
                && !bad.getPath().isEmpty()) {
            String field = String.valueOf(bad.getPath().get(0).getPropertyName());
            return refused(Refused.field(field, field + " has a value of the wrong type"));
        }
        return answer(problem(HttpStatus.BAD_REQUEST, "the body is not the JSON that this call takes"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException mistyped) {
        return refused(
                Refused.field(mistyped.getName(), mistyped.getName() + " cannot be '" + mistyped.getValue() + "'"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mailServerAway(MailServerUnavailable away) {
        return refused(Refused.unavailable(String.valueOf(away.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            return answer(known.getBody());
        }
        LOGGER.error("event=request-failed", failure);
        return answer(problem(HttpStatus.INTERNAL_SERVER_ERROR, "this went wrong here, not with you: see the log"));
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
