package org.sampan.digest.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.mailserver.MailServerRefused;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** The one failure policy of pages: a kind page in the reader's language that tells nothing of the inside. */
@Component
final class PageFailures implements HandlerExceptionResolver, Ordered {
    private static final Logger LOGGER = LoggerFactory.getLogger(PageFailures.class);

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** Null for the REST, which has its own way. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (isRest(request.getRequestURI())) {
            return null;
        }
        if (failure instanceof TooManyRequests tooMany) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(tooMany.waitingTime().toSeconds()));
        }
        if (failure instanceof Unprintable broken) {
            LOGGER.warn("event=template-broken page={} problem=\"{}\"", pattern(request), broken.getMessage());
            return new ModelAndView(
                    "failure",
                    Map.of("failure", "template", "detail", String.valueOf(broken.getMessage())),
                    HttpStatus.SERVICE_UNAVAILABLE);
        }
        HttpStatusCode status = status(failure);
        if (failure instanceof MailServerUnavailable) {
            LOGGER.warn("event=mail-server-away page={} problem={}", pattern(request), failure.getMessage());
        } else if (status.is5xxServerError()) {
            LOGGER.error("event=page-failed page={} failure={}", pattern(request), failure.toString(), failure);
        }
        return page(status);
    }

    static boolean isRest(String path) {
        return path.startsWith("/api/") || path.equals("/health");
    }

    static ModelAndView page(HttpStatusCode status) {
        return new ModelAndView("failure", Map.of("failure", kind(status)), status);
    }

    private static HttpStatusCode status(Exception failure) {
        if (failure instanceof NotHere) {
            return HttpStatus.NOT_FOUND;
        }
        if (failure instanceof Gone) {
            return HttpStatus.GONE;
        }
        if (failure instanceof TooManyRequests) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        if (failure instanceof MailServerUnavailable) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        if (failure instanceof MailServerRefused refused) {
            return HttpStatusCode.valueOf(refused.status());
        }
        if (failure instanceof MethodArgumentTypeMismatchException mistyped) {
            return mistyped.getParameter().hasParameterAnnotation(PathVariable.class)
                    ? HttpStatus.NOT_FOUND
                    : HttpStatus.BAD_REQUEST;
        }
        if (failure instanceof RequestRejectedException) {
            return HttpStatus.BAD_REQUEST;
        }
        return failure instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    /** The part of the texts' keys: {@code failure.<kind>.heading}. */
    private static String kind(HttpStatusCode status) {
        return switch (status.value()) {
            case 403 -> "form";
            case 404, 405 -> "missing";
            case 410 -> "gone";
            case 413 -> "large";
            case 429 -> "often";
            case 503 -> "later";
            default -> status.is4xxClientError() ? "request" : "ours";
        };
    }

    /** Not the path itself: it may carry a secret token. */
    private static String pattern(HttpServletRequest request) {
        return String.valueOf(
                request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern"));
    }
}
