package org.sampan.mailserver.destination;

import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtp.SmtpClient;
import org.sampan.mailserver.smtp.TrustedCertificates;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Resolver;

/** All places mail goes to as the operator wants it: to the relays, or straight to each domain's servers. Safe for many threads. */
public final class Destinations {
    private final Settings.Relay relay;
    private final RelayTurns turns;
    private final SmtpClient client;
    private final MailHosts hosts;
    private final MtaSts mtaSts;
    private final Net net;

    private Destinations(Settings.Relay relay, SmtpClient client, MailHosts hosts, MtaSts mtaSts, Net net) {
        this.relay = relay;
        this.turns = new RelayTurns(relay.hosts(), System::nanoTime);
        this.client = client;
        this.hosts = hosts;
        this.mtaSts = mtaSts;
        this.net = net;
    }

    /** @param policies where domains' wishes for encryption are kept */
    public static Destinations of(
            Settings.Relay relay, SmtpClient client, TrustedCertificates trusted, MtaStsPolicies policies, Net net) {
        MailHosts hosts = new MailHosts(net.resolver());
        MtaSts mtaSts = new MtaSts(policies, hosts, new PolicyFetch(trusted, net.policyUrl()), net.clock());
        return new Destinations(relay, client, hosts, mtaSts, net);
    }

    /** Everything goes to relays. */
    public boolean areRelays() {
        return !relay.hosts().isEmpty();
    }

    public RouteName routeTo(EmailAddress recipient, boolean encryptedOnly) {
        return new RouteName(areRelays() ? "" : recipient.domain(), encryptedOnly);
    }

    public Destination of(RouteName route) {
        return areRelays()
                ? new RelayDestination(client, relay, turns, route.encryptedOnly())
                : new DomainDestination(route, hosts, mtaSts, client, net.smtpPort());
    }

    /**
     * What lies outside this machine.
     *
     * @param smtpPort of domains' servers
     * @param policyUrl where a domain's MTA-STS policy is
     */
    public record Net(Resolver resolver, int smtpPort, Function<String, URI> policyUrl, Clock clock) {
        /** The Internet. */
        public static Net internet() {
            return new Net(Lookup.getDefaultResolver(), 25, PolicyFetch::wellKnown, Clock.systemUTC());
        }
    }
}
