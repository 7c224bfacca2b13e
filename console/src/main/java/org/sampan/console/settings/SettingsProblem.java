package org.sampan.console.settings;

/**
 * One thing wrong with the settings.
 *
 * @param where file and line, or the variable's name
 * @param key the setting concerned, as the operator wrote it
 * @param what completes the sentence that begins with the key: what is wrong, and what is allowed
 */
public record SettingsProblem(Origin where, String key, String what) {

    @Override
    public String toString() {
        return where.where() + ": " + key + " " + what;
    }
}
