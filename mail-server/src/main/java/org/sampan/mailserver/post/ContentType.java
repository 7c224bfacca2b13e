package org.sampan.mailserver.post;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;

/**
 * What a body is (RFC 2045 section 5), read leniently; what cannot be read is text/plain, as a mail without the field is.
 *
 * @param mimeType lower case: {@code text/plain}
 * @param parameters by lower-case name
 */
public record ContentType(String mimeType, Map<String, String> parameters) {
    private static final ContentType PLAIN = new ContentType("text/plain", Map.of());

    /** @param value of the field, unfolded; may be empty */
    public static ContentType of(String value) {
        if (value.isBlank()) {
            return PLAIN;
        }
        ContentTypeField field =
                ContentTypeFieldLenientImpl.PARSER.parse(new RawField("Content-Type", value), DecodeMonitor.SILENT);
        String type = field.getMimeType();
        return type == null ? PLAIN : new ContentType(type.toLowerCase(Locale.ROOT), sound(field.getParameters()));
    }

    /** A stray semicolon reads as a parameter without a name or value. */
    private static Map<String, String> sound(Map<String, String> read) {
        Map<String, String> sound = new HashMap<>(read);
        sound.keySet().removeIf(Objects::isNull);
        sound.values().removeIf(Objects::isNull);
        return Map.copyOf(sound);
    }

    public boolean is(String type) {
        return mimeType.equals(type);
    }

    public boolean isMultipart() {
        return mimeType.startsWith("multipart/");
    }

    public boolean isText() {
        return mimeType.startsWith("text/");
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(it -> !it.isEmpty());
    }

    /** With one parameter changed or added. */
    public ContentType with(String name, String value) {
        Map<String, String> changed = new HashMap<>(parameters);
        changed.put(name, value);
        return new ContentType(mimeType, Map.copyOf(changed));
    }

    /** As to be written into a header; characters that are not ASCII are left out of parameters. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(mimeType);
        new TreeMap<>(parameters)
                .forEach((name, value) -> text.append("; ")
                        .append(name)
                        .append('=')
                        .append(value.matches("[A-Za-z0-9._+-]+") ? value : quoted(value)));
        return text.toString();
    }

    private static String quoted(String value) {
        return '"' + value.replaceAll("[^ -~]", "").replaceAll("([\\\\\"])", "\\\\$1") + '"';
    }
}
