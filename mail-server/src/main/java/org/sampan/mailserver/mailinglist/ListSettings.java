package org.sampan.mailserver.mailinglist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a list's owners chose; immutable. What they did not choose has its {@linkplain ListSetting#standard standard}. Equal when
 * every setting is.
 */
public final class ListSettings {
    private final ListAddress address;
    private final Map<String, Object> chosen; // by the setting's name; nothing that is the standard

    private ListSettings(ListAddress address, Map<String, Object> chosen) {
        this.address = address;
        this.chosen = chosen;
    }

    /** The safest list: private, nobody joins, only members post. */
    public static ListSettings of(ListAddress address) {
        return new ListSettings(address, Map.of());
    }

    public ListAddress address() {
        return address;
    }

    /** The value chosen, else the standard. */
    @SuppressWarnings("unchecked") // only with(ListSetting<T>, T) puts values in
    public <T> T get(ListSetting<T> setting) {
        return (T) chosen.getOrDefault(setting.name(), setting.standard());
    }

    /** The same with one setting changed. */
    public <T> ListSettings with(ListSetting<T> setting, T value) {
        Map<String, Object> changed = new LinkedHashMap<>(chosen);
        if (value.equals(setting.standard())) {
            changed.remove(setting.name());
        } else {
            changed.put(setting.name(), setting.read(setting.form().write(value))); // no unsound value gets in
        }
        return new ListSettings(address, Map.copyOf(changed));
    }

    /**
     * The same with one setting changed as somebody wrote it.
     *
     * @throws IllegalArgumentException beginning with the name, when there is no such setting or the value is not allowed
     */
    public ListSettings with(String name, String text) {
        return written(SettingsCatalogue.get(name), text);
    }

    /**
     * The same with one setting back at its standard.
     *
     * @throws IllegalArgumentException beginning with the name, when there is no such setting
     */
    public ListSettings without(String name) {
        Map<String, Object> changed = new LinkedHashMap<>(chosen);
        changed.remove(SettingsCatalogue.get(name).name());
        return new ListSettings(address, Map.copyOf(changed));
    }

    /** What was chosen and is not the standard, by name, as {@link #with(String, String)} takes it. */
    public Map<String, String> written() {
        Map<String, String> texts = new LinkedHashMap<>();
        SettingsCatalogue.ALL.stream()
                .filter(it -> chosen.containsKey(it.name()))
                .forEach(it -> texts.put(it.name(), text(it)));
        return texts;
    }

    /** What people call it; the address's name when nothing was chosen. */
    public String name() {
        String name = get(BasicSettings.NAME);
        return name.isEmpty() ? address.name() : name;
    }

    /** One sentence; may be empty. */
    public String description() {
        return get(BasicSettings.DESCRIPTION);
    }

    public Visibility visibility() {
        return get(BasicSettings.VISIBILITY);
    }

    public Joining joining() {
        return get(BasicSettings.JOINING);
    }

    public Posting posting() {
        return get(BasicSettings.POSTING);
    }

    /** What stands in brackets before the subject; empty: none. */
    public String subjectTag() {
        return get(BasicSettings.SUBJECT_TAG);
    }

    /** BCP 47 tag of notices to readers who chose none. */
    public String language() {
        return get(BasicSettings.LANGUAGE);
    }

    /** Largest post as received, in bytes. */
    public long maxBytes() {
        return get(BasicSettings.MAX_BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListSettings that && address.equals(that.address) && chosen.equals(that.chosen);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, chosen);
    }

    @Override
    public String toString() {
        return "ListSettings[" + address + " " + chosen + "]";
    }

    private <T> ListSettings written(ListSetting<T> setting, String text) {
        return with(setting, setting.read(text));
    }

    private <T> String text(ListSetting<T> setting) {
        return setting.form().write(get(setting));
    }

    /** Whether strangers may know of the list. */
    public enum Visibility {
        PUBLIC,
        PRIVATE
    }

    /** Who gets on the list by asking. Owners may add and invite people whatever stands here. */
    public enum Joining {
        /** Anybody, at once. */
        OPEN,
        /** Anybody who confirms by a mailed link. */
        CONFIRM,
        /** Whom a moderator lets in. */
        MODERATE,
        /** Who confirms, and is then let in by a moderator. */
        CONFIRM_MODERATE,
        /** Only who was invited. */
        INVITATION,
        /** Nobody. */
        CLOSED;

        /** Whether anybody may ask. */
        public boolean takesWishes() {
            return this != INVITATION && this != CLOSED;
        }

        public boolean isModerated() {
            return this == MODERATE || this == CONFIRM_MODERATE;
        }
    }

    /** MEMBERS: members post, others are refused. SECRETARIAT: authenticated accounts post, others are held. */
    public enum Posting {
        MEMBERS,
        SECRETARIAT
    }
}
