package org.sampan.mailserver.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /accounts}: who may log in to submit mail. */
final class AccountRoutes implements Routes {
    private static final Logger LOGGER = LoggerFactory.getLogger(AccountRoutes.class);
    private static final String PATH = "/accounts";
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;

    private final Accounts accounts;
    private final Json json;

    @Inject
    AccountRoutes(Accounts accounts, Json json) {
        this.accounts = accounts;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return PATH;
    }

    @Override
    public void define(Service service) {
        service.get(PATH, this::all);
        service.post(PATH, this::add);
        service.delete(PATH + "/:address", this::remove);
    }

    private String all(Request request, Response response) {
        return json.answer(
                response,
                200,
                new AccountList(accounts.all().stream().map(AccountShown::of).toList()));
    }

    private String add(Request request, Response response) {
        NewAccount asked = json.read(request, NewAccount.class);
        EmailAddress address = address(asked.address() == null ? "" : asked.address());
        Optional<String> given = Optional.ofNullable(asked.password());
        given.ifPresent(AccountRoutes::requireGood);
        String password = given.orElseGet(AccountRoutes::madeUp);
        Account account = accounts.add(address, PasswordHash.of(password))
                .orElseThrow(() -> Problem.conflict(
                        "There is an account " + address + " already. To give it another password, remove it first."));
        LOGGER.info("event=account-added address={}", address.key());
        return json.answer(
                response,
                201,
                new AccountMade(account.address().key(), account.createdAt(), given.isPresent() ? null : password));
    }

    private String remove(Request request, Response response) {
        EmailAddress address = address(request.params("address"));
        if (!accounts.remove(address)) {
            throw Problem.notFound("There is no account " + address + ".");
        }
        LOGGER.info("event=account-removed address={}", address.key());
        response.status(204);
        return "";
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text)
                .orElseThrow(
                        () -> Problem.badField("address", "address: a whole e-mail address, which is the user name"));
    }

    private static void requireGood(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw Problem.badField(
                    "password", "password: " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters");
        }
        if (password.chars().anyMatch(Character::isISOControl)
                || !password.strip().equals(password)) {
            throw Problem.badField("password", "password: no control characters, and no space at its beginning or end");
        }
    }

    /** Ninety-nine bits, easy to read out: five groups of four letters and digits. */
    private static String madeUp() {
        String letters = "abcdefghjkmnpqrstuvwxyz23456789";
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(letters.charAt(random.nextInt(letters.length())));
        }
        return password.toString();
    }

    private record NewAccount(
            @Nullable String address, @Nullable String password) {}

    private record AccountShown(String address, Instant createdAt) {
        static AccountShown of(Account account) {
            return new AccountShown(account.address().key(), account.createdAt());
        }
    }

    private record AccountList(List<AccountShown> accounts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record AccountMade(
            String address, Instant createdAt, @Nullable String password) {}
}
