package org.sampan.digest.newsroom;

import java.time.Instant;
import java.util.Locale;
import org.sampan.digest.mailserver.EmailAddress;

/**
 * A mail to an editor: something waits.
 *
 * @param name what it is about; an editor is told of it once
 */
public record EditorNote(
        EmailAddress email, String name, Locale language, String subject, String text, Instant madeAt) {}
