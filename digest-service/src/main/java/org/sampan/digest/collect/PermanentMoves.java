package org.sampan.digest.collect;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Follows redirects and notes where a feed has moved for good: as far as every answer on the way said so (301, 308). What lies
 * behind a passing one (302, 303, 307) is the server's business today and no address to keep.
 */
final class PermanentMoves extends DefaultRedirectStrategy {
    private static final String TRAIL = "sampan.trail";

    /** @param open no passing redirect has come yet */
    private record Trail(Optional<URI> moved, boolean open) {}

    @Override
    public URI getLocationURI(HttpRequest request, HttpResponse response, HttpContext context) throws HttpException {
        URI location = super.getLocationURI(request, response, context);
        Trail trail = trail(context);
        boolean forGood = response.getCode() == 301 || response.getCode() == 308;
        context.setAttribute(
                TRAIL,
                trail.open() && forGood ? new Trail(Optional.of(location), true) : new Trail(trail.moved(), false));
        return location;
    }

    /** Empty when it has not moved; never from https to http, which anybody on the way could have said. */
    static Optional<URI> of(HttpContext context, URI asked) {
        boolean secure = "https".equalsIgnoreCase(asked.getScheme());
        return trail(context)
                .moved()
                .filter(to -> !to.equals(asked))
                .filter(to -> !secure
                        || String.valueOf(to.getScheme())
                                .toLowerCase(Locale.ROOT)
                                .equals("https"));
    }

    private static Trail trail(HttpContext context) {
        return context.getAttribute(TRAIL) instanceof Trail trail ? trail : new Trail(Optional.empty(), true);
    }
}
