package org.sampan.digest.account;

import java.time.Instant;
import java.util.Optional;

/** Links that were mailed and not used yet. Safe for many threads and nodes. */
interface SignInLinks {
    /** Also forgets all that expired before {@code now}. */
    void keep(SignInToken token, SignInLink link, Instant now, Instant expiresAt);

    /** Empty when the token is not known, was used, or has expired. */
    Optional<SignInLink> find(SignInToken token, Instant now);

    /** As {@link #find}, and the link never works again; of several at once one gets it. */
    Optional<SignInLink> use(SignInToken token, Instant now);
}
