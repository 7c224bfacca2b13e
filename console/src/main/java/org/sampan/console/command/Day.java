package org.sampan.console.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day of the calendar given on the command line, or none. */
record Day(Optional<LocalDate> date) {

    /** The day as {@code 2026-11-22}; empty for none. */
    String iso() {
        return date.map(LocalDate::toString).orElse("");
    }

    /** Its first moment, UTC, as an instant; empty for none. */
    String begin() {
        return date.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant().toString())
                .orElse("");
    }

    static final class Converter implements ITypeConverter<Day> {
        @Override
        public Day convert(String text) {
            try {
                return new Day(text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text)));
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "' is not a date; write it as 2026-11-22");
            }
        }
    }
}
