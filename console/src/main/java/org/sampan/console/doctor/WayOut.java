package org.sampan.console.doctor;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.NamingException;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.RelayTls;
import org.sampan.console.settings.Settings;

/** Whether mail gets out: the relays' encryption, or the port and the name other servers want to see. */
final class WayOut {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern RELAY = Pattern.compile("\\[?([^\\]*]+?)\\]?(?::([0-9]+))?(?:\\*[0-9]+)?");

    private final Settings settings;
    private final Names names;
    private final int smtpPort;
    private final List<Finding> findings = new ArrayList<>();

    WayOut(Settings settings) {
        this(settings, new Names("dns:"), 25);
    }

    /** @param smtpPort of other servers */
    WayOut(Settings settings, Names names, int smtpPort) {
        this.settings = settings;
        this.names = names;
        this.smtpPort = smtpPort;
    }

    /** Takes some seconds for each server that does not answer. */
    List<Finding> examine() {
        try {
            SmtpProbe probe = new SmtpProbe(
                    Trust.with(settings.get(Keys.RELAY_TRUST).map(settings.installation()::inHome)), PATIENCE);
            if (settings.get(Keys.RELAY_HOST).isPresent()) {
                for (String relay : settings.get(Keys.RELAY_HOST).get().split("\\s*,\\s*")) {
                    examineRelay(probe, relay);
                }
            } else if (settings.get(Keys.OPERATOR_EMAIL).isPresent()) {
                String email = settings.get(Keys.OPERATOR_EMAIL).get();
                examineWorld(probe, email.substring(email.indexOf('@') + 1));
            } else {
                findings.add(Finding.risky(
                        "port 25", "was not examined: set operator.email, then the doctor knocks at that domain"));
            }
        } catch (IOException | GeneralSecurityException e) {
            findings.add(Finding.wrong("relay.trust", "cannot be used: " + e.getMessage()));
        }
        return List.copyOf(findings);
    }

    private void examineRelay(SmtpProbe probe, String relay) {
        Matcher parts = RELAY.matcher(relay);
        boolean whole = parts.matches() && relay.indexOf(':') == relay.lastIndexOf(':') || relay.startsWith("[");
        String host = whole ? parts.group(1) : relay;
        int port = whole && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : settings.get(Keys.RELAY_PORT);
        String what = "relay " + host + ":" + port;
        boolean implicit = settings.get(Keys.RELAY_IMPLICIT_TLS);
        try {
            if (settings.get(Keys.RELAY_TLS) == RelayTls.OFF) {
                probe.greet(host, port);
                boolean near = InetAddress.getByName(host).isLoopbackAddress();
                findings.add(
                        near
                                ? Finding.good(what, "answers")
                                : Finding.risky(what, "answers, but relay.tls=off: all mail goes to it in clear"));
                return;
            }
            Optional<String> problem = probe.encrypt(host, port, implicit);
            findings.add(problem.map(why -> badEncryption(what, why))
                    .orElseGet(() -> Finding.good(what, "answers, and its certificate is good")));
        } catch (IOException e) {
            findings.add(Finding.wrong(
                    what, "cannot be reached (" + e.getMessage() + "): check relay.host and relay.port; mail waits"));
        }
    }

    private Finding badEncryption(String what, String why) {
        boolean wanted = settings.get(Keys.RELAY_IMPLICIT_TLS)
                || settings.get(Keys.RELAY_TLS) == RelayTls.REQUIRED
                || !settings.get(Keys.RELAY_USERNAME).isEmpty();
        return wanted
                ? Finding.wrong(
                        what,
                        why
                                + "; no mail goes there. Use the name its certificate has, or put its authority's certificate"
                                + " into a file for relay.trust")
                : Finding.risky(what, why + "; who listens on the way can read the mail");
    }

    private void examineWorld(SmtpProbe probe, String domain) {
        try {
            List<String> hosts = names.mailHosts(domain);
            IOException last = new IOException("it has no mail host");
            for (String host : hosts) {
                try {
                    probe.greet(host, smtpPort);
                    findings.add(Finding.good("port 25", "mail can go out: " + host + " answers"));
                    examineOwnName(host);
                    return;
                } catch (IOException e) {
                    last = e;
                }
            }
            findings.add(Finding.wrong(
                    "port 25",
                    "no mail host of " + domain + " answers (" + last.getMessage()
                            + "): the provider may block it. Ask them to open port 25 out, or set relay.host"));
        } catch (NamingException e) {
            findings.add(
                    Finding.wrong("names", "the name servers do not answer for " + domain + ": " + e.getMessage()));
        }
    }

    /** What stands in our Received lines is no proof; the name of our address is what other servers look at. */
    private void examineOwnName(String towards) throws NamingException {
        InetAddress own = ownAddress(towards);
        String wanted = settings.get(Keys.SMTP_HOSTNAME).orElse(settings.get(Keys.DOMAIN));
        String what = "reverse name";
        if (own.isSiteLocalAddress() || own.isAnyLocalAddress()) {
            findings.add(Finding.risky(
                    what,
                    "cannot be examined from behind " + own.getHostAddress()
                            + ": see that the public address has the name " + wanted));
            return;
        }
        Optional<String> name = names.reverse(own);
        if (name.isEmpty()) {
            findings.add(Finding.wrong(
                    what,
                    own.getHostAddress() + " has none: many servers refuse such mail. Ask the provider to name it "
                            + wanted));
        } else if (!name.get().equalsIgnoreCase(wanted)) {
            findings.add(Finding.risky(
                    what,
                    own.getHostAddress() + " is " + name.get() + ", but the server calls itself " + wanted
                            + ": set smtp.hostname, or have the address renamed"));
        } else {
            findings.add(Finding.good(what, own.getHostAddress() + " is " + name.get()));
        }
    }

    private InetAddress ownAddress(String towards) {
        // Connecting a datagram socket sends nothing; it only asks the machine which way it would go.
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(towards, smtpPort));
            return socket.getLocalAddress();
        } catch (IOException | RuntimeException e) {
            return InetAddress.getLoopbackAddress();
        }
    }
}
