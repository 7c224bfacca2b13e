package org.sampan.digest.letter;

import java.util.Locale;

/**
 * For whom and where a message is shown.
 *
 * @param language of the reader, for messages in several languages
 * @param quotedLabel what folded quoted text is called
 * @param filesPath path that a part's number is put behind to fetch it, ending with a slash
 */
public record Presentation(Locale language, String quotedLabel, String filesPath) {}
