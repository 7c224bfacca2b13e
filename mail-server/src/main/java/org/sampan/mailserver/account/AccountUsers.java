package org.sampan.mailserver.account;

import java.util.Iterator;
import javax.inject.Inject;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.user.api.model.User;
import org.reactivestreams.Publisher;
import org.sampan.mailserver.mailinglist.EmailAddress;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What James sees of our accounts: who there is and whether a password is right. Accounts are made and removed by
 * {@link AccountRoutes} only, so the methods that change anything refuse.
 */
final class AccountUsers implements UsersRepository {
    private final Accounts accounts;

    @Inject
    AccountUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean contains(Username name) {
        return EmailAddress.parse(name.asString()).flatMap(accounts::find).isPresent();
    }

    @Override
    public Publisher<Boolean> containsReactive(Username name) {
        return Mono.fromCallable(() -> contains(name));
    }

    @Override
    public boolean test(Username name, String password) {
        return EmailAddress.parse(name.asString())
                .filter(address -> accounts.verifies(address, password))
                .isPresent();
    }

    @Override
    public int countUsers() {
        return accounts.all().size();
    }

    @Override
    public Iterator<Username> list() {
        return accounts.all().stream()
                .map(account -> Username.of(account.address().key()))
                .iterator();
    }

    @Override
    public Publisher<Username> listReactive() {
        return Flux.defer(() -> Flux.fromIterable(accounts.all())
                .map(account -> Username.of(account.address().key())));
    }

    @Override
    public boolean supportVirtualHosting() {
        return true;
    }

    @Override
    public MailAddress getMailAddressFor(Username username) throws UsersRepositoryException {
        try {
            return username.asMailAddress();
        } catch (AddressException e) {
            throw new UsersRepositoryException("not a whole address: " + username.asString(), e);
        }
    }

    @Override
    public boolean isAdministrator(Username username) {
        return false;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public User getUserByName(Username name) throws UsersRepositoryException {
        throw readOnly();
    }

    @Override
    public void addUser(Username username, String password) throws UsersRepositoryException {
        throw readOnly();
    }

    @Override
    public void updateUser(User user) throws UsersRepositoryException {
        throw readOnly();
    }

    @Override
    public void removeUser(Username name) throws UsersRepositoryException {
        throw readOnly();
    }

    private static UsersRepositoryException readOnly() {
        return new UsersRepositoryException("accounts are made and removed by the REST interface");
    }
}
