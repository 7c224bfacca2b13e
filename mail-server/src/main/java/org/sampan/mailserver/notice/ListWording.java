package org.sampan.mailserver.notice;

import java.util.List;

/**
 * What the notices of one list are written with.
 *
 * @param kinds of notices that differ from the shipped ones
 * @param problems what was refused: file, line, reason
 */
record ListWording(Wording wording, List<String> kinds, List<String> problems) {}
