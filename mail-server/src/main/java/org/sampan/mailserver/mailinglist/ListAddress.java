package org.sampan.mailserver.mailinglist;

/**
 * The address people post to: {@code members@lists.example}. The local part has no {@code +}, and no ending that names a
 * {@link Role}, so that a role address can never be taken for another list.
 *
 * @param email the address
 */
public record ListAddress(EmailAddress email) {
    /** @throws IllegalArgumentException when the local part is reserved */
    public ListAddress {
        if (email.localPart().indexOf('+') >= 0) {
            throw new IllegalArgumentException("a list's name has no '+': " + email);
        }
        for (Role role : Role.values()) {
            if (email.localPart().endsWith(role.suffix())) {
                throw new IllegalArgumentException(
                        "a list's name must not end in '" + role.suffix() + "', which is a role address: " + email);
            }
        }
    }

    /** @throws IllegalArgumentException when this is no address, or a reserved one */
    public static ListAddress of(String text) {
        return new ListAddress(new EmailAddress(text));
    }

    /** The list's name: what stands before the at sign. */
    public String name() {
        return email.localPart();
    }

    public String domain() {
        return email.domain();
    }

    /** {@code members-join@lists.example}. */
    public EmailAddress at(Role role) {
        return new EmailAddress(name() + role.suffix() + "@" + domain());
    }

    /** {@code members-confirm+detail@lists.example}; the detail is ASCII letters, digits, {@code -} and {@code _}. */
    public EmailAddress at(Role role, String detail) {
        return new EmailAddress(name() + role.suffix() + "+" + detail + "@" + domain());
    }

    /** @throws IllegalArgumentException when mail to this address would not come here */
    void requireDomain(String ours) {
        if (!domain().equals(ours)) {
            throw new IllegalArgumentException("must end in @" + ours + ", the domain of this server: " + email);
        }
    }

    /** RFC 2919 list identifier without brackets: {@code members.lists.example}. */
    public String listId() {
        return name() + "." + domain();
    }

    @Override
    public String toString() {
        return email.key();
    }

    /** The addresses beside the list's own, each with a task. */
    public enum Role {
        JOIN,
        LEAVE,
        CONFIRM,
        REQUEST,
        OWNER,
        BOUNCES,
        /** Answers of moderators. */
        MODERATE,
        DIGEST;

        /** What is put behind the list's name: {@code -join}. */
        public String suffix() {
            return "-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
