package org.sampan.mailserver.mailinglist;

import java.util.Optional;

/**
 * What an address of our domain asks for: a post to the list, or one of its roles.
 *
 * @param list the list, which need not exist
 * @param role empty: the list itself
 * @param detail behind the {@code +}, case kept as it came; empty without one
 */
public record RoleAddress(ListAddress list, Optional<ListAddress.Role> role, String detail) {
    /** Takes an address apart; empty when no list can have it ({@code +} without a role, a reserved name). */
    public static Optional<RoleAddress> parse(EmailAddress address) {
        String local = address.written().substring(0, address.written().indexOf('@'));
        int plus = local.indexOf('+');
        String name = plus < 0 ? local : local.substring(0, plus);
        String detail = plus < 0 ? "" : local.substring(plus + 1);
        for (ListAddress.Role role : ListAddress.Role.values()) {
            if (endsWithIgnoringCase(name, role.suffix())) {
                String list = name.substring(0, name.length() - role.suffix().length());
                return listAddress(list, address.domain()).map(it -> new RoleAddress(it, Optional.of(role), detail));
            }
        }
        return plus < 0
                ? listAddress(name, address.domain()).map(it -> new RoleAddress(it, Optional.empty(), ""))
                : Optional.empty();
    }

    private static boolean endsWithIgnoringCase(String text, String end) {
        return text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
    }

    private static Optional<ListAddress> listAddress(String name, String domain) {
        try {
            return EmailAddress.parse(name + "@" + domain).map(ListAddress::new);
        } catch (IllegalArgumentException reserved) {
            return Optional.empty();
        }
    }
}
