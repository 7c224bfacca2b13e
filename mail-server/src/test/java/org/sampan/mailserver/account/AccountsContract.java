package org.sampan.mailserver.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** What every {@link Accounts} promises. */
interface AccountsContract {
    EmailAddress SECRETARIAT = new EmailAddress("Secretariat@lists.example");
    PasswordHash LONG = PasswordHash.of("a long password");
    PasswordHash OTHER = PasswordHash.of("another password");

    /** With nothing in it. */
    Accounts accounts();

    @Test
    default void addedAccountLogsInWithItsPasswordOnly() {
        Accounts accounts = accounts();
        assertThat(accounts.add(SECRETARIAT, LONG)).isPresent();
        assertThat(accounts.verifies(SECRETARIAT, "a long password")).isTrue();
        assertThat(accounts.verifies(SECRETARIAT, "a long passworD")).isFalse();
        assertThat(accounts.verifies(new EmailAddress("eve@evil.example"), "a long password"))
                .isFalse();
    }

    @Test
    default void caseOfTheAddressDoesNotMatter() {
        Accounts accounts = accounts();
        accounts.add(SECRETARIAT, LONG);
        assertThat(accounts.verifies(new EmailAddress("secretariat@LISTS.example"), "a long password"))
                .isTrue();
        assertThat(accounts.find(new EmailAddress("SECRETARIAT@lists.example"))).isPresent();
    }

    @Test
    default void secondAccountOfAnAddressIsNotAdded() {
        Accounts accounts = accounts();
        accounts.add(SECRETARIAT, LONG);
        assertThat(accounts.add(SECRETARIAT, OTHER)).isEmpty();
        assertThat(accounts.verifies(SECRETARIAT, "a long password")).isTrue();
    }

    @Test
    default void putGivesAnotherPassword() {
        Accounts accounts = accounts();
        accounts.put(SECRETARIAT, LONG);
        accounts.put(SECRETARIAT, OTHER);
        assertThat(accounts.verifies(SECRETARIAT, "a long password")).isFalse();
        assertThat(accounts.verifies(SECRETARIAT, "another password")).isTrue();
        assertThat(accounts.all()).hasSize(1);
    }

    @Test
    default void removedAccountLogsInNoMore() {
        Accounts accounts = accounts();
        accounts.add(SECRETARIAT, LONG);
        assertThat(accounts.remove(SECRETARIAT)).isTrue();
        assertThat(accounts.remove(SECRETARIAT)).isFalse();
        assertThat(accounts.verifies(SECRETARIAT, "a long password")).isFalse();
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    default void accountsAreListedByAddress() {
        Accounts accounts = accounts();
        accounts.add(SECRETARIAT, LONG);
        accounts.add(new EmailAddress("digest-service@lists.example"), OTHER);
        assertThat(accounts.all())
                .extracting(account -> account.address().key())
                .containsExactly("digest-service@lists.example", "secretariat@lists.example");
    }
}
