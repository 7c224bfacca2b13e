package org.sampan.digest.mailserver;

import org.jspecify.annotations.Nullable;

/** The mail server understood a call and refused it (RFC 9457); trying again will not help. */
public final class MailServerRefused extends RuntimeException {
    private final int status;
    private final String field;

    MailServerRefused(Problem problem) {
        super(problem.detail().isBlank() ? problem.title() : problem.detail());
        this.status = problem.status();
        this.field = problem.field();
    }

    /** The HTTP status, 400 to 499. */
    public int status() {
        return status;
    }

    /** The field of the request that is bad; empty when none in particular. */
    public String field() {
        return field;
    }

    record Problem(String title, int status, String detail, String field) {
        Problem(@Nullable String title, int status, @Nullable String detail, @Nullable String field) {
            this.title = title == null ? "" : title;
            this.status = status;
            this.detail = detail == null ? "" : detail;
            this.field = field == null ? "" : field;
        }
    }
}
