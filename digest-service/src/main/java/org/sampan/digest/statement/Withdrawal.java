package org.sampan.digest.statement;

import java.time.Instant;

/**
 * The network no longer stands by a statement.
 *
 * @param reason in words for readers
 * @param removed whether its text and files are gone from its page; else they are shown struck through
 * @param told whether those who received it are told by mail
 */
public record Withdrawal(String by, Instant at, String reason, boolean removed, boolean told) {}
