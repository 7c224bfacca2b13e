package org.sampan.mailserver.mailinglist;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the value of a list's setting is written: by people, in the lists file, in REST and in the database alike.
 *
 * @param <T> what it is in the program; never null
 */
public sealed interface SettingForm<T> {
    /** What an owner may write here, in a few words: {@code open, confirm or closed}. */
    String allowed();

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException saying what is allowed, without the setting's name
     */
    T read(String text);

    /** What {@link #read} takes back to the same value. */
    String write(T value);

    /** The value as JSON shows it. */
    default Object json(T value) {
        return write(value);
    }

    /** What may be chosen from; empty when the value is free. */
    default List<String> choices() {
        return List.of();
    }

    /** A text without line breaks. */
    record OneLine(int longest, boolean mayBeEmpty) implements SettingForm<String> {
        @Override
        public String allowed() {
            return "one line of at most " + longest + " characters, without control characters";
        }

        @Override
        public String read(String text) {
            if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("must be " + allowed());
            }
            if (text.isBlank() && !mayBeEmpty) {
                throw new IllegalArgumentException("must not be empty");
            }
            return text;
        }

        @Override
        public String write(String value) {
            return value;
        }
    }

    /** A text of a certain form. */
    record Patterned(Pattern pattern, String allowed) implements SettingForm<String> {
        @Override
        public String read(String text) {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException(allowed + ", not '" + text + "'");
            }
            return text;
        }

        @Override
        public String write(String value) {
            return value;
        }
    }

    /** One of a few words: the constants' names in lower case, {@code _} as {@code -}. */
    record Choice<E extends Enum<E>>(Class<E> type) implements SettingForm<E> {
        @Override
        public String allowed() {
            return String.join(", ", choices());
        }

        @Override
        public E read(String text) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(it -> write(it).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of " + allowed()));
        }

        @Override
        public String write(E value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public List<String> choices() {
            return Arrays.stream(type.getEnumConstants()).map(this::write).toList();
        }
    }

    /** Yes or no. */
    record Flag() implements SettingForm<Boolean> {
        @Override
        public String allowed() {
            return "true or false";
        }

        @Override
        public Boolean read(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on" -> true;
                case "false", "no", "off" -> false;
                default -> throw new IllegalArgumentException("true or false, not '" + text + "'");
            };
        }

        @Override
        public String write(Boolean value) {
            return value.toString();
        }

        @Override
        public Object json(Boolean value) {
            return value;
        }

        @Override
        public List<String> choices() {
            return List.of("true", "false");
        }
    }

    /** @param unit what is counted: bytes, recipients */
    record WholeNumber(long least, long most, String unit) implements SettingForm<Long> {
        @Override
        public String allowed() {
            return "a number of " + unit + " from " + least + (most == Long.MAX_VALUE ? "" : " to " + most);
        }

        @Override
        public Long read(String text) {
            long number;
            try {
                number = Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("a number of " + unit + ", not '" + text + "'", e);
            }
            if (number < least) {
                throw new IllegalArgumentException("at least " + least + ", not " + number);
            }
            if (number > most) {
                throw new IllegalArgumentException("at most " + most + ", not " + number);
            }
            return number;
        }

        @Override
        public String write(Long value) {
            return value.toString();
        }

        @Override
        public Object json(Long value) {
            return value;
        }
    }

    /** A span of time: a number and {@code s}, {@code m}, {@code h} or {@code d}; {@code 0} is none. */
    record Period(Duration least, Duration most) implements SettingForm<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

        @Override
        public String allowed() {
            return "a time such as 30m, 12h or 7d, from " + write(least) + " to " + write(most);
        }

        @Override
        public Duration read(String text) {
            Matcher form = FORM.matcher(text.equals("0") ? "0s" : text);
            if (!form.matches()) {
                throw new IllegalArgumentException(allowed() + ", not '" + text + "'");
            }
            long number = Long.parseLong(form.group(1));
            Duration period = switch (form.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
            if (period.compareTo(least) < 0 || period.compareTo(most) > 0) {
                throw new IllegalArgumentException(allowed() + ", not '" + text + "'");
            }
            return period;
        }

        @Override
        public String write(Duration value) {
            long seconds = value.toSeconds();
            if (seconds == 0) {
                return "0";
            }
            if (seconds % 86_400 == 0) {
                return seconds / 86_400 + "d";
            }
            if (seconds % 3_600 == 0) {
                return seconds / 3_600 + "h";
            }
            return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
        }
    }

    /** A time zone by its name: {@code Asia/Bangkok}. */
    record Zone() implements SettingForm<ZoneId> {
        @Override
        public String allowed() {
            return "a time zone such as Asia/Bangkok";
        }

        @Override
        public ZoneId read(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(allowed() + ", not '" + text + "'", e);
            }
        }

        @Override
        public String write(ZoneId value) {
            return value.getId();
        }
    }

    /** Several words, written one after the other with commas between them; JSON and YAML may give them as a list. */
    record Words(Pattern each, String allowed) implements SettingForm<List<String>> {
        @Override
        public List<String> read(String text) {
            List<String> words = Stream.of(text.split(","))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .distinct()
                    .toList();
            words.stream().filter(it -> !each.matcher(it).matches()).findFirst().ifPresent(it -> {
                throw new IllegalArgumentException(allowed + ", not '" + it + "'");
            });
            return words;
        }

        @Override
        public String write(List<String> value) {
            return String.join(", ", value);
        }

        @Override
        public Object json(List<String> value) {
            return value;
        }
    }
}
