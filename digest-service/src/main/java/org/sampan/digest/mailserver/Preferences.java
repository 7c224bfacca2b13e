package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person chose for all lists.
 *
 * @param pausedUntil nothing is sent before; empty: no pause
 * @param textOnly without pictures and files
 * @param ownCopy the person's own posts come back
 * @param skipWhenAddressed no copy of a post that names the person in To or Cc
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Preferences(
        Optional<Instant> pausedUntil, boolean textOnly, boolean ownCopy, boolean skipWhenAddressed) {}
