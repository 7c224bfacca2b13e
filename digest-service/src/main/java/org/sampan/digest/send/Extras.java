package org.sampan.digest.send;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sampan.digest.statement.Attachment;

/**
 * What a mail has beside its text.
 *
 * @param fields of its header, in a steady order
 * @param files for all readers
 * @param filesByLanguage only for readers of one
 */
record Extras(SortedMap<String, String> fields, List<Attachment> files, Map<Locale, List<Attachment>> filesByLanguage) {
    static final Extras NONE = files(List.of());

    static Extras files(List<Attachment> files) {
        return new Extras(new TreeMap<>(), files, Map.of());
    }

    List<Attachment> filesOf(Locale language) {
        return filesByLanguage.getOrDefault(language, List.of());
    }
}
