package org.sampan.mailserver.notice;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * A notice in words.
 *
 * @param language of the words, BCP 47
 * @param subject one line
 * @param text lines ended by {@code \n}
 * @param html the same, of equal worth
 * @param replyTo what a reply goes to; empty: the people behind the list
 * @param leave the link to leave the list by one click
 */
record Letter(
        String language,
        String subject,
        String text,
        String html,
        Optional<EmailAddress> replyTo,
        Optional<String> leave) {}
