package org.sampan.digest.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What failed before a controller was reached: refused by the safety filters, or by the server itself. */
@Controller
final class FailurePages implements ErrorController {
    private final DataSize largest;

    FailurePages(@Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.largest = largest;
    }

    @RequestMapping("/error")
    Object failure(HttpServletRequest request) {
        HttpStatusCode status =
                isTooLarge(request) ? HttpStatus.CONTENT_TOO_LARGE : HttpStatusCode.valueOf(code(request));
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path != null && PageFailures.isRest(path.toString())) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatus(status));
        }
        return mayBeSentAgain(request, status) ? again(request, status) : PageFailures.page(status);
    }

    /** Of a form with too large a file nothing is read, so its token is missing and it looks forged. */
    private boolean isTooLarge(HttpServletRequest request) {
        return code(request) == HttpStatus.FORBIDDEN.value() && request.getContentLengthLong() > largest.toBytes();
    }

    /**
     * In the newsroom people write for long: what they typed is not lost when they were signed out meanwhile (401, told by
     * the gate), or signed in anew in another window, after which the form's token is an old one. Then only what our own
     * page has sent, says the browser, is shown again.
     */
    private static boolean mayBeSentAgain(HttpServletRequest request, HttpStatusCode status) {
        return "POST".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))
                && path(request).startsWith("/desk")
                && (status.value() == 401
                        || status.value() == 403 && "same-origin".equals(request.getHeader("Sec-Fetch-Site")));
    }

    private static ModelAndView again(HttpServletRequest request, HttpStatusCode status) {
        Map<String, List<String>> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
        typed.remove("_csrf");
        return new ModelAndView("again", Map.of("action", path(request), "typed", typed), status);
    }

    private static String path(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    }

    private static int code(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }
}
