package org.sampan.digest.mailserver;

import java.time.YearMonth;

/** A month of a list's archive, of UTC, and how many posts it has. */
public record ArchiveMonth(YearMonth month, long posts) {}
