package org.sampan.console.settings;

import java.util.Locale;

/**
 * One key an operator may set.
 *
 * @param key as written in {@code config/sampan.properties}: {@code smtp.port}
 * @param defaultText what holds when nobody sets it, as written in that file
 * @param type what values it takes
 * @param meaning one sentence for the operator
 */
public record Setting<T>(String key, String defaultText, SettingType<T> type, String meaning) {

    /** The environment variable that overrides the file: {@code smtp.maxBytes} is {@code SAMPAN_SMTP_MAXBYTES}. */
    public String variable() {
        return "SAMPAN_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    T parse(String text) throws BadValueException {
        return type.parse(text);
    }
}
