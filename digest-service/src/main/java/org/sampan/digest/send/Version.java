package org.sampan.digest.send;

import java.util.Locale;

/**
 * A mail in one language.
 *
 * @param preface what old mail programs show of a mail in several languages, said in this one
 */
record Version(Locale language, String subject, String html, String text, String preface) {}
