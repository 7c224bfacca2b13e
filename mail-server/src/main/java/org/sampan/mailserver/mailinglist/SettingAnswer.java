package org.sampan.mailserver.mailinglist;

import java.util.List;

/** A setting as REST explains it. */
record SettingAnswer(
        String name,
        String group,
        SettingFormAnswer form,
        String allowed,
        List<String> choices,
        Object standard,
        String explanation) {
    static <T> SettingAnswer of(ListSetting<T> setting) {
        return new SettingAnswer(
                setting.name(),
                ListWords.word(setting.group()),
                SettingFormAnswer.of(setting.form()),
                setting.form().allowed(),
                setting.form().choices(),
                setting.form().json(setting.standard()),
                setting.explanation());
    }

    /** All of them, in the order pages show them. */
    record Settings(List<SettingAnswer> settings) {
        static Settings all() {
            return new Settings(SettingsCatalogue.ALL.stream()
                    .<SettingAnswer>map(SettingAnswer::of)
                    .toList());
        }
    }
}
