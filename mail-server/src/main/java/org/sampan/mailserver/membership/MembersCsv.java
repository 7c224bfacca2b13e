package org.sampan.mailserver.membership;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.membership.ImportReport.LineProblem;
import org.sampan.mailserver.membership.Members.ImportCount;
import org.sampan.mailserver.membership.Members.NewMember;

/**
 * Reads a file of members (RFC 4180, UTF-8; comma, semicolon or tab) line by line. Lines that are not sound are left out and
 * counted; what makes the whole file unreadable throws {@link UnreadableFileException}. To be read once, by one thread.
 */
public final class MembersCsv {
    private final CsvText text;
    private final CSVParser parser;
    private final Map<MemberColumn, Integer> columns = new EnumMap<>(MemberColumn.class);
    private final int width;
    private final List<LineProblem> problems = new ArrayList<>();
    private long read;
    private long rejected;

    private MembersCsv(CsvText text, CSVParser parser) {
        this.text = text;
        this.parser = parser;
        CSVRecord header = nextRecord()
                .orElseThrow(() -> new UnreadableFileException(
                        "This file is empty; its first line names the columns: " + MemberColumn.all()));
        this.width = header.size();
        header.forEach(this::addColumn);
        if (!columns.containsKey(MemberColumn.EMAIL)) {
            throw new UnreadableFileException(
                    "The first line must name a column email; it may name " + MemberColumn.all() + ", in any order.");
        }
    }

    /** @throws UnreadableFileException when the first line does not name the columns */
    public static MembersCsv of(InputStream file) {
        try {
            CsvText text = CsvText.of(file);
            CSVFormat format =
                    CSVFormat.RFC4180.builder().setDelimiter(text.delimiter()).get();
            return new MembersCsv(
                    text, CSVParser.builder().setReader(text).setFormat(format).get());
        } catch (IOException e) {
            throw unreadable(e, 1);
        }
    }

    /** The sound lines, each read when it is asked for. */
    public Stream<NewMember> members() {
        return Stream.generate(this::nextRecord)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .filter(record -> record.stream().anyMatch(value -> !value.isBlank()))
                .flatMap(record -> member(record).stream());
    }

    /** Of the lines read so far, the first thousand. */
    public List<LineProblem> problems() {
        return List.copyOf(problems);
    }

    /** After {@link #members} was read to its end. */
    ImportReport report(ImportCount count) {
        return new ImportReport(
                read, count.added(), count.updated(), count.unchanged(), rejected, List.copyOf(problems));
    }

    private void addColumn(String header) {
        MemberColumn column = MemberColumn.named(header)
                .orElseThrow(() -> new UnreadableFileException(
                        "The column '" + Shown.of(header) + "' is not known; there are " + MemberColumn.all() + "."));
        if (columns.put(column, columns.size()) != null) {
            throw new UnreadableFileException("The column " + column.header() + " is there twice.");
        }
    }

    private Optional<CSVRecord> nextRecord() {
        text.beginRecord();
        try {
            return parser.iterator().hasNext() ? Optional.of(parser.iterator().next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw unreadable(requireNonNull(e.getCause()), Math.max(1, parser.getCurrentLineNumber()));
        }
    }

    private Optional<NewMember> member(CSVRecord record) {
        read++;
        try {
            if (record.size() > width) {
                throw new IllegalArgumentException(
                        record.size() + " values for " + width + " columns; put a value with a comma into quotes");
            }
            return Optional.of(new NewMember(person(record), mode(record)));
        } catch (IllegalArgumentException e) {
            rejected++;
            if (problems.size() < ImportReport.MOST_PROBLEMS) {
                problems.add(new LineProblem(
                        firstLine(record),
                        Shown.of(value(record, MemberColumn.EMAIL)),
                        String.valueOf(e.getMessage())));
            }
            return Optional.empty();
        }
    }

    private Person person(CSVRecord record) {
        EmailAddress email = EmailAddress.parse(value(record, MemberColumn.EMAIL))
                .orElseThrow(() -> new IllegalArgumentException("email: not an address"));
        return new Person(
                email,
                value(record, MemberColumn.NAME),
                value(record, MemberColumn.ORGANISATION),
                value(record, MemberColumn.COUNTRY),
                Person.languageOf(value(record, MemberColumn.LANGUAGE)),
                MemberWords.timezone(value(record, MemberColumn.TIMEZONE)));
    }

    private Optional<DeliveryMode> mode(CSVRecord record) {
        String mode = value(record, MemberColumn.MODE);
        return mode.isEmpty() ? Optional.empty() : Optional.of(MemberWords.mode(mode));
    }

    private String value(CSVRecord record, MemberColumn column) {
        Integer index = columns.get(column);
        return index == null || index >= record.size()
                ? ""
                : SpreadsheetCell.plain(record.get(index).strip());
    }

    /** The parser stands behind the record, whose values may have line ends of their own. */
    private long firstLine(CSVRecord record) {
        long lineEnds = record.stream()
                .mapToLong(value -> value.chars().filter(it -> it == '\n').count())
                .sum();
        return parser.getCurrentLineNumber() - lineEnds;
    }

    private static UnreadableFileException unreadable(IOException e, long line) {
        if (e instanceof CharacterCodingException) {
            return new UnreadableFileException(
                    "This file is not in UTF-8 (about line " + line + "). Save it as 'CSV UTF-8' and send it again.");
        }
        if (e instanceof CSVException) {
            return new UnreadableFileException("This file is not CSV at line " + line
                    + ": a value in quotes ends with a quote and then a comma, and a quote inside it is doubled.");
        }
        return new UnreadableFileException("This file broke off at line " + line + ".");
    }
}
