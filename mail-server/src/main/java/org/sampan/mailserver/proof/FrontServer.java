package org.sampan.mailserver.proof;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.settings.Network;
import org.sampan.mailserver.settings.Settings;

/**
 * A server of the operator's own that stands before ours, takes mail from the world and writes down what it found out (RFC 8601). It
 * is believed when it hands a mail in itself and calls itself by its name; that it removes such fields of others in its own name is its
 * duty (RFC 8601 section 5). Immutable.
 */
public final class FrontServer {
    private final Optional<String> name;
    private final List<Network> networks;

    @Inject
    public FrontServer(Settings settings) {
        this(settings.front().authservId(), settings.front().networks());
    }

    FrontServer(Optional<String> name, List<Network> networks) {
        this.name = name.map(it -> it.toLowerCase(Locale.ROOT));
        this.networks = List.copyOf(networks);
    }

    /** Whether the client is the front server; never, when there is none. */
    boolean is(InetAddress client) {
        return name.isPresent() && networks.stream().anyMatch(it -> it.contains(client));
    }

    /** Without what anybody wrote about the mail's origin but the front server, if it is the client. */
    public Headers withoutForeignResults(Headers headers, InetAddress client) {
        boolean trusted = is(client);
        return headers.without(
                it -> it.isNamed(AuthenticationResults.FIELD) && !(trusted && isOurs(AuthenticationResults.parse(it))));
    }

    /** What the front server found out; the headers must have been {@linkplain #withoutForeignResults cleaned}. */
    List<AuthenticationResults.Result> results(Headers headers) {
        return headers.all(AuthenticationResults.FIELD)
                .map(AuthenticationResults::parse)
                .filter(this::isOurs)
                .flatMap(it -> it.results().stream())
                .toList();
    }

    private boolean isOurs(AuthenticationResults results) {
        return name.filter(it -> it.equals(results.server())).isPresent();
    }
}
