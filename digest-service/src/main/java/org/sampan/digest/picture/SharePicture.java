package org.sampan.digest.picture;

import java.util.Locale;

/**
 * What a picture that stands for a page says; nothing of who asks for it.
 *
 * @param site what the site is called
 * @param overline what the page is, and of which day; may be empty
 * @param title may be empty
 * @param language of both
 */
public record SharePicture(String site, String overline, String title, Locale language) {}
