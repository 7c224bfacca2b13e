package org.sampan.mailserver.mailinglist;

import org.sampan.mailserver.mailinglist.SettingForm.Flag;

/**
 * One thing a list's owners may choose. Its value comes from {@link ListSettings#get}; REST, the lists file, the command line and
 * the owners' page offer whatever is in {@link SettingsCatalogue}.
 *
 * @param name as it is written everywhere, in camel case
 * @param group where a page shows it
 * @param form what may be written
 * @param standard the value of a list whose owners chose none: the safest one
 * @param explanation what it does, in one English sentence for an owner
 */
public record ListSetting<T>(String name, Group group, SettingForm<T> form, T standard, String explanation) {
    static ListSetting<Boolean> flag(String name, Group group, boolean standard, String explanation) {
        return new ListSetting<>(name, group, new Flag(), standard, explanation);
    }

    static <E extends Enum<E>> ListSetting<E> choice(String name, Group group, E standard, String explanation) {
        return new ListSetting<>(
                name, group, new SettingForm.Choice<>(standard.getDeclaringClass()), standard, explanation);
    }

    /** @throws IllegalArgumentException beginning with the setting's name, saying what is allowed */
    T read(String text) {
        try {
            return form.read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** What belongs together on a page. */
    public enum Group {
        LISTING,
        JOINING,
        POSTING,
        MODERATION,
        APPEARANCE,
        DELIVERY,
        BOUNCES,
        DIGESTS,
        ARCHIVE
    }
}
