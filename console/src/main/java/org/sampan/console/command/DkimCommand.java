package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;

/** {@code ./sampan dkim} */
@Command(name = "dkim", description = "Show the DNS records receivers need to check the signatures of our mail.")
final class DkimCommand implements Callable<Integer> {

    /** One string of a TXT record holds no more (RFC 1035 section 3.3.14). */
    private static final int LONGEST_STRING = 255;

    private final Session session;

    DkimCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        JsonNode answer = session.mailServer().get(RestPath.of("dkim"));
        StringBuilder words = new StringBuilder();
        answer.path("records").forEach(record -> words.append(shown(record)));
        session.answer(
                answer,
                words.isEmpty()
                        ? "Mail is not signed. Set dkim.sign (rsa, ed25519 or both) in sampan.properties and start again."
                        : words.toString());
        return 0;
    }

    /** For the form of a DNS provider, and as a line of a zone file. */
    private static String shown(JsonNode record) {
        String name = Json.text(record, "name");
        String value = Json.text(record, "value");
        return "name   " + name + "\ntype   TXT\nvalue  " + value + "\nzone   " + name + ". IN TXT" + strings(value)
                + "\n\n";
    }

    private static String strings(String value) {
        StringBuilder strings = new StringBuilder();
        for (int from = 0; from < value.length(); from += LONGEST_STRING) {
            strings.append(" \"")
                    .append(value, from, Math.min(value.length(), from + LONGEST_STRING))
                    .append('"');
        }
        return strings.toString();
    }
}
