package org.sampan.mailserver.mailinglist;

import org.jspecify.annotations.Nullable;

/** A list as REST takes it; what is not named stays, or has its default. */
record ListRequest(
        @Nullable String address,
        @Nullable String name,
        @Nullable String description,
        @Nullable String visibility,
        @Nullable String joining,
        @Nullable String posting,
        @Nullable String subjectTag,
        @Nullable String language,
        @Nullable Long maxBytes) {
    /** @throws IllegalArgumentException naming the first field that is not sound */
    ListSettings newList(String domain) {
        if (address == null) {
            throw new IllegalArgumentException("address: must be there, such as news@" + domain);
        }
        return apply(ListSettingsDraft.of(listAddress(address, domain)));
    }

    /** @throws IllegalArgumentException naming the first field that is not sound */
    ListSettings changing(ListSettings settings) {
        if (address != null && !address.equalsIgnoreCase(settings.address().toString())) {
            throw new IllegalArgumentException("address: cannot be changed; make a new list and import its members");
        }
        return apply(ListSettingsDraft.of(settings));
    }

    private ListSettings apply(ListSettingsDraft draft) {
        set(draft, "name", name);
        set(draft, "description", description);
        set(draft, "visibility", visibility);
        set(draft, "joining", joining);
        set(draft, "posting", posting);
        set(draft, "subjectTag", subjectTag);
        set(draft, "language", language);
        set(draft, "maxBytes", maxBytes == null ? null : maxBytes.toString());
        return draft.settings();
    }

    private static void set(ListSettingsDraft draft, String setting, @Nullable String text) {
        if (text != null) {
            draft.set(setting, text.strip());
        }
    }

    private static ListAddress listAddress(String text, String domain) {
        try {
            ListAddress address = ListAddress.of(text.strip());
            address.requireDomain(domain);
            return address;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("address: " + e.getMessage(), e);
        }
    }
}
