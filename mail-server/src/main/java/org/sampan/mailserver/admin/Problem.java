package org.sampan.mailserver.admin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that cannot be met, thrown by any route and answered as {@code application/problem+json} (RFC 9457). The detail is
 * a sentence that says what was wrong and what to do.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Pattern NAMED_FIELD = Pattern.compile("^([a-zA-Z]+): ");

    private final int status;
    private final String detail;
    private final Optional<String> field;

    private Problem(int status, String detail, Optional<String> field) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
        this.field = field;
    }

    /** 400. */
    public static Problem badRequest(String detail) {
        return new Problem(400, detail, Optional.empty());
    }

    /** 400 for what a value's own check said; where that begins {@code name: }, the name is the field. */
    public static Problem badValue(IllegalArgumentException refused) {
        String detail = refused.getMessage() == null ? "not a value that is allowed here" : refused.getMessage();
        Matcher named = NAMED_FIELD.matcher(detail);
        return named.find() ? badField(named.group(1), detail) : badRequest(detail);
    }

    /** 400, for one field of the request or one query parameter. */
    public static Problem badField(String field, String detail) {
        return new Problem(400, detail, Optional.of(field));
    }

    /** 401. */
    public static Problem unauthorized(String detail) {
        return new Problem(401, detail, Optional.empty());
    }

    /** 403. */
    public static Problem forbidden(String detail) {
        return new Problem(403, detail, Optional.empty());
    }

    /** 404. */
    public static Problem notFound(String detail) {
        return new Problem(404, detail, Optional.empty());
    }

    /** 409. */
    public static Problem conflict(String detail) {
        return new Problem(409, detail, Optional.empty());
    }

    /** 410. */
    public static Problem gone(String detail) {
        return new Problem(410, detail, Optional.empty());
    }

    /** 413. */
    public static Problem tooLarge(String detail) {
        return new Problem(413, detail, Optional.empty());
    }

    /** 429. */
    public static Problem tooManyRequests(String detail) {
        return new Problem(429, detail, Optional.empty());
    }

    /** 500; the detail names no internals. */
    public static Problem internal(String detail) {
        return new Problem(500, detail, Optional.empty());
    }

    public int status() {
        return status;
    }

    public String detail() {
        return detail;
    }

    /** The field or query parameter that was wrong. */
    public Optional<String> field() {
        return field;
    }
}
