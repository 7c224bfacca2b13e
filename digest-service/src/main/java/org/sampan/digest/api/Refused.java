package org.sampan.digest.api;

import java.util.Optional;
import org.springframework.http.HttpStatus;

/** A request that cannot be done, with its reason for the person who asked. */
final class Refused extends RuntimeException {
    private final HttpStatus status;
    private final Optional<String> field;

    private Refused(HttpStatus status, Optional<String> field, String detail) {
        super(detail);
        this.status = status;
        this.field = field;
    }

    static Refused field(String field, String detail) {
        return new Refused(HttpStatus.BAD_REQUEST, Optional.of(field), detail);
    }

    static Refused notFound(String detail) {
        return new Refused(HttpStatus.NOT_FOUND, Optional.empty(), detail);
    }

    static Refused conflict(String detail) {
        return new Refused(HttpStatus.CONFLICT, Optional.empty(), detail);
    }

    static Refused unavailable(String detail) {
        return new Refused(HttpStatus.SERVICE_UNAVAILABLE, Optional.empty(), detail);
    }

    HttpStatus status() {
        return status;
    }

    Optional<String> field() {
        return field;
    }
}
