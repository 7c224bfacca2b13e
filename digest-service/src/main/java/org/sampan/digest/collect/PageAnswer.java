package org.sampan.digest.collect;

import java.net.URI;
import java.util.Optional;

/**
 * What a server says of a page.
 *
 * @param status after all redirects
 * @param movedTo where it is from now on, if its server says so
 */
record PageAnswer(int status, Optional<URI> movedTo) {}
