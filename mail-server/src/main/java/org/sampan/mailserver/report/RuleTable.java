package org.sampan.mailserver.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of {@code rules.yaml}: what codes and words mean, and what reports look like. Immutable. */
final class RuleTable {
    private static final String RESOURCE = "rules.yaml";
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
    private static final Pattern REPLY = Pattern.compile("(?<![\\d.])([45])\\d\\d[ -](?=\\S)");

    private final Written written;
    private final List<Meaning> texts;
    private final List<Format> formats;

    private RuleTable(Written written) {
        this.written = written;
        this.texts = written.texts.stream()
                .map(it -> new Meaning(it.kind, pattern(it.text)))
                .toList();
        this.formats = written.formats.stream().map(Format::of).toList();
    }

    /** The table that is part of the program. */
    static RuleTable shipped() {
        JsonMapper.Builder mapper = JsonMapper.builder(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(com.fasterxml.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS);
        try (InputStream file = Objects.requireNonNull(RuleTable.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new RuleTable(mapper.build().readValue(file, Written.class));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is part of the program", e);
        }
    }

    /** In the order in which they are tried. */
    List<Format> formats() {
        return formats;
    }

    /**
     * What words and codes say.
     *
     * @param status of the report itself; may be empty: the one in the words counts
     */
    FailureKind kindOf(String status, String words) {
        String code = STATUS.matcher(status).find() ? status : statusIn(words);
        return Optional.ofNullable(written.certain.get(digits(code)))
                .or(() -> ofWords(words))
                .or(() -> ofStatus(digits(code)))
                .or(() -> ofReply(words))
                .orElse(FailureKind.SOFT);
    }

    /** The first enhanced status code in a text; empty when there is none. */
    static String statusIn(String words) {
        Matcher status = STATUS.matcher(words);
        return status.find() ? status.group(1) : "";
    }

    /** What the words alone say. */
    Optional<FailureKind> ofWords(String words) {
        return texts.stream()
                .filter(it -> it.text.matcher(words).find())
                .findFirst()
                .map(Meaning::kind);
    }

    /** A code, else its class and subject: {@code 5.7.26}, then {@code 5.7}; then its class: {@code 5}. */
    private Optional<FailureKind> ofStatus(String code) {
        for (String asked = code; !asked.isEmpty(); asked = withoutLast(asked)) {
            FailureKind kind = written.statuses.get(asked);
            if (kind != null) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private Optional<FailureKind> ofReply(String words) {
        Matcher reply = REPLY.matcher(words);
        return reply.find()
                ? Optional.of(reply.group(1).equals("5") ? FailureKind.HARD : FailureKind.SOFT)
                : Optional.empty();
    }

    private static String withoutLast(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? "" : code.substring(0, dot);
    }

    private static String digits(String code) {
        return statusIn(code);
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.COMMENTS);
    }

    private static @Nullable Pattern lines(@Nullable String text) {
        return text == null
                ? null
                : Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);
    }

    /**
     * What one kind of report looks like. What is not given is not asked for.
     *
     * @param item finds each failed recipient: groups {@code address} and {@code words}
     * @param end what stands from there on is the returned mail
     */
    record Format(
            String name,
            Means means,
            @Nullable Pattern header,
            @Nullable Pattern body,
            @Nullable Pattern item,
            @Nullable Pattern end) {
        static Format of(WrittenFormat written) {
            return new Format(
                    written.name,
                    written.means == null ? Means.FAILED : written.means,
                    lines(written.header),
                    lines(written.body),
                    lines(written.item),
                    lines(written.end));
        }

        boolean fits(String headers, String text) {
            return (header == null || header.matcher(headers).find())
                    && (body == null || body.matcher(text).find());
        }
    }

    /** What a mail of a format is. */
    enum Means {
        FAILED,
        DELAYED,
        AUTOMATIC,
        COMPLAINT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Meaning(FailureKind kind, Pattern text) {}

    private record Written(
            @JsonProperty(required = true) Map<String, FailureKind> certain,
            @JsonProperty(required = true) List<WrittenText> texts,
            @JsonProperty(required = true) Map<String, FailureKind> statuses,
            @JsonProperty(required = true) List<WrittenFormat> formats) {}

    private record WrittenText(FailureKind kind, String text) {}

    private record WrittenFormat(
            String name,
            @Nullable Means means,
            @Nullable String header,
            @Nullable String body,
            @Nullable String item,
            @Nullable String end) {}
}
