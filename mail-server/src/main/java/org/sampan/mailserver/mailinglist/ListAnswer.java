package org.sampan.mailserver.mailinglist;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list as REST shows it: one field for each setting, between the address and the number of members. */
@JsonPropertyOrder({"address", "settings", "members", "createdAt"})
record ListAnswer(
        @JsonProperty String address,
        @JsonAnyGetter Map<String, Object> settings,
        @JsonProperty long members,
        @JsonProperty Instant createdAt) {
    static ListAnswer of(MailingList list, long members) {
        Map<String, Object> values = new LinkedHashMap<>();
        SettingsCatalogue.ALL.forEach(it -> values.put(it.name(), json(list.settings(), it)));
        values.put(BasicSettings.NAME.name(), list.settings().name());
        return new ListAnswer(list.address().toString(), values, members, list.createdAt());
    }

    private static <T> Object json(ListSettings settings, ListSetting<T> setting) {
        return setting.form().json(settings.get(setting));
    }

    /** All of them. */
    record Lists(List<ListAnswer> lists) {}
}
