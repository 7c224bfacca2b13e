package org.sampan.digest.render;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What mail programs make of a feature, {@code caniemail.csv}: source, date and licence stand at its top. */
record ClientSupport(List<String> clients, Map<String, CSVRecord> features) {
    static ClientSupport read(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = Files.newBufferedReader(file);
                var rows = format.parse(in)) {
            List<String> columns = rows.getHeaderNames();
            Map<String, CSVRecord> features = new HashMap<>();
            rows.forEach(row -> features.put(row.get("feature"), row));
            return new ClientSupport(columns.subList(2, columns.size()), features);
        }
    }

    Set<String> names() {
        return features.keySet();
    }

    /** The programs that support a feature in part, not at all, or of which that is not known; all, when it was never tested. */
    List<String> without(String feature) {
        CSVRecord row = features.get(feature);
        return row == null
                ? clients
                : clients.stream()
                        .filter(client -> !row.get(client).equals("y"))
                        .toList();
    }
}
