package org.sampan.mailserver.mailinglist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every setting a list has, in the order pages show them. A new group of settings is entered here and nowhere else. */
public final class SettingsCatalogue {
    /** The order is that of the lists file's explanations and of REST. */
    public static final List<ListSetting<?>> ALL = Stream.of(
                    BasicSettings.ALL,
                    PostingSettings.ALL,
                    ModerationSettings.ALL,
                    DeliverySettings.ALL,
                    TransformSettings.ALL,
                    BounceSettings.ALL,
                    DigestSettings.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, ListSetting<?>> BY_NAME = ALL.stream()
            .collect(Collectors.toMap(
                    ListSetting::name,
                    Function.identity(),
                    (one, other) -> {
                        throw new IllegalStateException("two settings are named " + one.name());
                    },
                    LinkedHashMap::new));

    private SettingsCatalogue() {}

    public static Optional<ListSetting<?>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @throws IllegalArgumentException when there is none of this name */
    static ListSetting<?> get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name + ": there is no such setting"));
    }

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }
}
