package org.sampan.mailserver.mailinglist;

import java.util.List;
import org.sampan.mailserver.mailinglist.ListSettings.Joining;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.mailinglist.ListSettings.Visibility;

/** Settings that come one by one as texts, from REST or from the lists file. */
final class ListSettingsDraft {
    /** Every setting but the address, which never changes. */
    static final List<String> SETTINGS =
            List.of("name", "description", "visibility", "joining", "posting", "subjectTag", "language", "maxBytes");

    private ListSettings settings;

    private ListSettingsDraft(ListSettings settings) {
        this.settings = settings;
    }

    static ListSettingsDraft of(ListSettings settings) {
        return new ListSettingsDraft(settings);
    }

    /** The safest list: private, nobody joins, only members post. */
    static ListSettingsDraft of(ListAddress address) {
        return new ListSettingsDraft(new ListSettings(
                address,
                address.name(),
                "",
                Visibility.PRIVATE,
                Joining.CLOSED,
                Posting.MEMBERS,
                "",
                "en",
                ListSettings.DEFAULT_MAX_BYTES));
    }

    ListSettings settings() {
        return settings;
    }

    /** @throws IllegalArgumentException naming the setting and what is allowed; nothing has changed then */
    ListSettingsDraft set(String setting, String text) {
        ListSettings old = settings;
        settings = new ListSettings(
                old.address(),
                setting.equals("name") ? text : old.name(),
                setting.equals("description") ? text : old.description(),
                setting.equals("visibility") ? ListWords.choice(Visibility.class, setting, text) : old.visibility(),
                setting.equals("joining") ? ListWords.choice(Joining.class, setting, text) : old.joining(),
                setting.equals("posting") ? ListWords.choice(Posting.class, setting, text) : old.posting(),
                setting.equals("subjectTag") ? text : old.subjectTag(),
                setting.equals("language") ? text : old.language(),
                setting.equals("maxBytes") ? bytes(text) : old.maxBytes());
        return this;
    }

    private static long bytes(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("maxBytes: a number of bytes, not '" + text + "'", e);
        }
    }
}
