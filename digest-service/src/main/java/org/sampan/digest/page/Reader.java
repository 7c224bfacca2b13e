package org.sampan.digest.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.sampan.digest.mailserver.EmailAddress;

/** Somebody who has signed in, so the address is proven to be theirs. */
public record Reader(EmailAddress email) {
    /** Empty when nobody is signed in. */
    public static Optional<Reader> of(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return Optional.ofNullable(principal).map(known -> new Reader(new EmailAddress(known.getName())));
    }
}
