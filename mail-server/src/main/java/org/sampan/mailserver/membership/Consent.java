package org.sampan.mailserver.membership;

import java.time.Instant;

/**
 * That somebody agreed to be on a list: evidence kept as long as the subscription.
 *
 * @param how {@code mail}, {@code web}, {@code invitation}, {@code owner}, {@code import}
 * @param visitor the address of the browser, where the operator has it kept; else empty
 * @param words version of the text agreed to, see {@link Consents#version}; empty when there was none
 */
public record Consent(String how, Instant at, String visitor, String words) {}
