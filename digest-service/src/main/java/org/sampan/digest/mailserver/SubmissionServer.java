package org.sampan.digest.mailserver;

import java.nio.file.Path;

/**
 * Where mail is submitted and as whom.
 *
 * @param account the user of AUTH PLAIN
 * @param passwordFile holds the account's password
 * @param certificate PEM; on a loopback host exactly this one is trusted. Elsewhere Java's authorities count.
 */
public record SubmissionServer(String host, int port, String account, Path passwordFile, Path certificate) {}
