package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan accounts}: who may hand in mail with a password. */
@Command(name = "accounts", description = "Who may hand in mail with a password, and so post to every list.")
final class AccountsCommand extends CommandGroup {

    private final Session session;

    AccountsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show all accounts.")
    void list() {
        new Listing(session, "accounts", "address", "createdAt:created")
                .show(session.mailServer().get(RestPath.of("accounts")));
    }

    @Command(
            name = "add",
            description = "Make an account, or give it a new password; a password is made up and shown once.")
    void add(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--password-stdin", description = "Read the password from standard input instead.")
                    boolean fromStdin) {
        ObjectNode wanted = Json.object().put("address", session.list(address));
        if (fromStdin) {
            wanted.put("password", passwordFromStdin());
        }
        JsonNode made = session.mailServer().post(RestPath.of("accounts"), wanted);
        String password = Json.text(made, "password");
        session.answer(made, Json.text(made, "address") + (password.isEmpty() ? " is set" : "\npassword  " + password));
    }

    @Command(name = "remove", description = "Remove an account.")
    void remove(@Parameters(paramLabel = "ADDRESS") String address) {
        session.mailServer().delete(RestPath.of("accounts", session.list(address)));
        session.say(session.json() ? "{}" : "removed " + session.list(address));
    }

    private static String passwordFromStdin() {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            return Optional.ofNullable(lines.readLine()).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the password from standard input", e);
        }
    }
}
