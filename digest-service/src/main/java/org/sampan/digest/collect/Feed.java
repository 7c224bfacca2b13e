package org.sampan.digest.collect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A feed that could be read. */
record Feed(String title, Optional<Locale> language, List<FeedItem> items) {}
