package org.sampan.mailserver.mailinglist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sampan.mailserver.settings.BadSettingsException;

/**
 * The operator's {@code lists.yaml}: the lists of the first start. It is read, and refused when it is not sound, at every
 * start.
 */
final class ListsFile {
    private static final List<String> STEWARDS = List.of("owners", "moderators", "banned");
    private static final String ADDRESS = "address";

    private final String name;
    private final String domain;
    private final List<String> problems = new ArrayList<>();

    private ListsFile(String name, String domain) {
        this.name = name;
        this.domain = domain;
    }

    /**
     * No lists when there is no file.
     *
     * @param domain what is put behind an address without one
     * @throws BadSettingsException with file, line and key of everything that is wrong
     */
    static List<DeclaredList> read(Path file, String domain) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return parse(file.toString(), Files.readString(file), domain);
        } catch (MalformedInputException e) {
            throw new BadSettingsException(List.of(file + ":1: this file must be saved as UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** @param name what problems call the file */
    static List<DeclaredList> parse(String name, String text, String domain) {
        ListsFile file = new ListsFile(name, domain);
        List<DeclaredList> lists =
                YamlNode.parse(name, text).map(file::document).orElse(List.of());
        if (!file.problems.isEmpty()) {
            throw new BadSettingsException(file.problems);
        }
        return lists;
    }

    private List<DeclaredList> document(YamlNode document) {
        List<DeclaredList> lists = new ArrayList<>();
        Set<ListAddress> addresses = new HashSet<>();
        for (YamlNode item : lists(document)) {
            list(item).ifPresent(list -> {
                if (addresses.add(list.settings().address())) {
                    lists.add(list);
                } else {
                    problem(item, "address: " + list.settings().address() + " is declared above");
                }
            });
        }
        return lists;
    }

    private List<YamlNode> lists(YamlNode document) {
        if (!(document instanceof YamlNode.Mapping top)) {
            problem(document, "lists: must stand at the top");
            return List.of();
        }
        top.entries().forEach((key, node) -> {
            if (!key.equals("lists")) {
                problem(node, key + ": there is no such key here; only lists");
            }
        });
        YamlNode lists = top.entries().get("lists");
        if (lists instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        if (lists instanceof YamlNode.Scalar scalar && scalar.text().isEmpty()) {
            return List.of();
        }
        problem(lists == null ? document : lists, "lists: must be a list of blocks, each beginning with '- address:'");
        return List.of();
    }

    private Optional<DeclaredList> list(YamlNode item) {
        if (!(item instanceof YamlNode.Mapping mapping)) {
            problem(item, "a list is a block of keys, beginning with '- address:'");
            return Optional.empty();
        }
        int before = problems.size();
        mapping.entries().forEach(this::requireKnown);
        Optional<ListSettings> settings = address(mapping).map(address -> settings(mapping, address));
        Set<EmailAddress> owners = addresses(mapping, "owners", EmailAddress::new);
        Set<EmailAddress> moderators = addresses(mapping, "moderators", EmailAddress::new);
        Set<AddressPattern> banned = addresses(mapping, "banned", AddressPattern::new);
        return problems.size() > before
                ? Optional.empty()
                : settings.map(it -> new DeclaredList(it, owners, moderators, banned));
    }

    private void requireKnown(String key, YamlNode node) {
        if (!key.equals(ADDRESS) && !SettingsCatalogue.names().contains(key) && !STEWARDS.contains(key)) {
            problem(
                    node,
                    key + ": there is no such key; there are address, " + String.join(", ", SettingsCatalogue.names())
                            + ", " + String.join(", ", STEWARDS));
        }
    }

    private Optional<ListAddress> address(YamlNode.Mapping list) {
        YamlNode node = list.entries().get(ADDRESS);
        if (!(node instanceof YamlNode.Scalar scalar)) {
            problem(node == null ? list : node, "address: must be there, such as news or news@" + domain);
            return Optional.empty();
        }
        try {
            ListAddress address =
                    ListAddress.of(scalar.text().contains("@") ? scalar.text() : scalar.text() + "@" + domain);
            address.requireDomain(domain);
            return Optional.of(address);
        } catch (IllegalArgumentException e) {
            problem(node, "address: " + e.getMessage());
            return Optional.empty();
        }
    }

    private ListSettings settings(YamlNode.Mapping list, ListAddress address) {
        ListSettings settings = ListSettings.of(address);
        for (ListSetting<?> setting : SettingsCatalogue.ALL) {
            YamlNode node = list.entries().get(setting.name());
            if (node != null) {
                settings = setting(settings, setting.name(), node);
            }
        }
        return settings;
    }

    private ListSettings setting(ListSettings settings, String name, YamlNode node) {
        try {
            return settings.with(name, text(name, node));
        } catch (IllegalArgumentException e) {
            problem(node, String.valueOf(e.getMessage()));
            return settings;
        }
    }

    private static String text(String name, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream().map(it -> text(name, it)).collect(Collectors.joining(","));
        }
        throw new IllegalArgumentException(name + ": must be one value");
    }

    private <A> Set<A> addresses(YamlNode.Mapping list, String key, Function<String, A> form) {
        Set<A> addresses = new LinkedHashSet<>();
        YamlNode node = list.entries().get(key);
        if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> {
                if (item instanceof YamlNode.Scalar scalar) {
                    address(scalar, key, form).ifPresent(addresses::add);
                } else {
                    problem(item, key + ": must be e-mail addresses");
                }
            });
        } else if (node != null) {
            problem(node, key + ": must be a list such as [owner@" + domain + "]");
        }
        return addresses;
    }

    private <A> Optional<A> address(YamlNode.Scalar scalar, String key, Function<String, A> form) {
        try {
            return Optional.of(form.apply(scalar.text()));
        } catch (IllegalArgumentException e) {
            problem(scalar, key + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void problem(YamlNode where, String what) {
        problems.add(name + ":" + where.line() + ": " + what);
    }
}
