package org.sampan.digest.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.settings.DeclaredEntry;
import org.sampan.digest.settings.Settings;

/**
 * The holidays a series declares: {@code 2026-12-31}, a day of every year as {@code 04-13}, or the name of a list,
 * {@code th} for the file {@code holidays/th.txt} beside {@code editions.yaml}, else of the release. In such a file each
 * line begins with a day; what follows on the line is for people, and so is a line that begins with {@code #}.
 */
final class HolidayReader {
    private static final String KEY = "holidays";

    private final List<Path> folders;

    HolidayReader(Settings settings) {
        this.folders = List.of(
                settings.configFile(KEY), settings.home().resolve("config").resolve(KEY));
    }

    Holidays read(DeclaredEntry entry) {
        Days days = new Days();
        for (String named : entry.listAs(KEY, Optional::of, "a day or a list")) {
            if (named.matches("[a-z]{2,20}")) {
                file(named)
                        .ifPresentOrElse(
                                file -> days.addAll(file, entry),
                                () -> entry.problem(
                                        KEY,
                                        "no list " + named + ": there is no "
                                                + folders.get(0).resolve(named + ".txt")));
            } else if (!days.add(named)) {
                entry.problem(KEY, "neither a day like 2026-12-31 or 04-13 nor the name of a list: '" + named + "'");
            }
        }
        Holidays.Then then =
                entry.as("onHoliday", HolidayReader::then, "next or skip").orElse(Holidays.Then.NEXT);
        return new Holidays(days.once, days.yearly, then);
    }

    private static Optional<Holidays.Then> then(String word) {
        return List.of(Holidays.Then.values()).stream()
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private Optional<Path> file(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name + ".txt"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Days as they are met. */
    private static final class Days {
        private final Set<LocalDate> once = new HashSet<>();
        private final Set<MonthDay> yearly = new HashSet<>();

        boolean add(String text) {
            try {
                return text.length() == "04-13".length()
                        ? added(yearly, MonthDay.parse("--" + text))
                        : added(once, LocalDate.parse(text));
            } catch (DateTimeException notADay) {
                return false;
            }
        }

        private static <T> boolean added(Set<T> days, T day) {
            days.add(day);
            return true;
        }

        void addAll(Path file, DeclaredEntry entry) {
            try {
                int line = 0;
                for (String text : Files.readAllLines(file)) {
                    line++;
                    String day = text.strip().split("\\s", 2)[0];
                    if (!day.isEmpty() && !day.startsWith("#") && !add(day)) {
                        entry.problem(KEY, file + ":" + line + ": not a day like 2026-12-31 or 04-13: '" + day + "'");
                    }
                }
            } catch (IOException unreadable) {
                entry.problem(KEY, file + " cannot be read: " + unreadable.getMessage());
            }
        }
    }
}
