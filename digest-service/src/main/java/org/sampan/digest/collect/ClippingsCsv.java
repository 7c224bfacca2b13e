package org.sampan.digest.collect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Entities;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;

/** Clippings in a table: a heading line, UTF-8, one story a row. Read row by row. */
final class ClippingsCsv {
    static final List<String> COLUMNS =
            List.of("title", "link", "date", "outlet", "byline", "kind", "language", "country", "text");

    private ClippingsCsv() {}

    /** A row: what an item would say, and what the row itself decides. */
    record Row(FeedItem item, Optional<Kind> kind, Optional<Locale> language, Optional<Country> country) {}

    /**
     * Hands each row with its line to {@code rows}.
     *
     * @throws UnreadableImport when it is no such table; rows before the trouble have been handed over
     */
    static void read(InputStream in, BiConsumer<Long, CSVRecord> rows) throws UnreadableImport {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text(in), format)) {
            requireColumns(parser.getHeaderNames());
            for (CSVRecord row : parser) {
                rows.accept(parser.getCurrentLineNumber(), row);
            }
        } catch (CharacterCodingException otherEncoding) {
            throw new UnreadableImport("the table must be saved as UTF-8", otherEncoding);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException unreadable) {
            throw new UnreadableImport("is no table that can be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static BufferedReader text(InputStream in) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
        return text;
    }

    private static void requireColumns(List<String> names) throws UnreadableImport {
        List<String> unknown = names.stream()
                .filter(name -> !COLUMNS.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        if (!unknown.isEmpty() || names.stream().noneMatch("title"::equalsIgnoreCase)) {
            throw new UnreadableImport("the first line must name columns, title among them, out of: "
                    + String.join(", ", COLUMNS) + (unknown.isEmpty() ? "" : "; not " + String.join(", ", unknown)));
        }
    }

    /** @throws IllegalArgumentException saying which field is wrong */
    static Row row(CSVRecord row) {
        String title = field(row, "title").orElseThrow(() -> new IllegalArgumentException("title: must not be empty"));
        Optional<String> link = field(row, "link");
        FeedItem item = new FeedItem(
                title,
                link,
                Optional.empty(),
                field(row, "date").map(ClippingsCsv::instant),
                field(row, "byline").stream().toList(),
                field(row, "outlet"),
                List.of(),
                field(row, "text").map(ClippingsCsv::html).orElse(""),
                link.orElse("https://invalid.invalid/"));
        return new Row(
                item,
                field(row, "kind").map(text -> known(Kind.of(text), "kind", text)),
                field(row, "language").map(Locale::forLanguageTag),
                field(row, "country").map(text -> known(Country.of(text), "country", text)));
    }

    private static Optional<String> field(CSVRecord row, String name) {
        return row.isSet(name) ? Optional.of(row.get(name)).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    private static <T> T known(Optional<T> value, String field, String text) {
        return value.orElseThrow(() -> new IllegalArgumentException(field + ": cannot be '" + text + "'"));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException noInstant) {
            return PrintedDate.noon(known(PrintedDate.in(text), "date", text));
        }
    }

    private static String html(String text) {
        return Arrays.stream(text.split("\\R+"))
                .map(line -> "<p>" + Entities.escape(line) + "</p>")
                .collect(Collectors.joining());
    }
}
