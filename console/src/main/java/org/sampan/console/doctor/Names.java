package org.sampan.console.doctor;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** Asks the name servers. */
final class Names {
    private final String servers;

    /** @param servers {@code dns:} for the machine's own, {@code dns://127.0.0.1:5353} for another */
    Names(String servers) {
        this.servers = servers;
    }

    /** Mail hosts of a domain, the preferred one first; the domain itself when it has none. */
    List<String> mailHosts(String domain) throws NamingException {
        List<String> hosts = new ArrayList<>(values(domain, "MX"));
        hosts.sort(Comparator.comparingInt(it -> Integer.parseInt(it.split(" ")[0])));
        return hosts.isEmpty()
                ? List.of(domain)
                : hosts.stream().map(it -> withoutDot(it.split(" ")[1])).toList();
    }

    /** The name an address is known by. */
    Optional<String> reverse(InetAddress address) throws NamingException {
        return values(reverseName(address.getAddress()), "PTR").stream()
                .map(Names::withoutDot)
                .findFirst();
    }

    @SuppressWarnings("BanJNDI") // Only its DNS provider is asked, and of what that answers only text is taken.
    private List<String> values(String name, String type) throws NamingException {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        environment.put("java.naming.provider.url", servers);
        environment.put("com.sun.jndi.dns.timeout.initial", "2000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        InitialDirContext context = new InitialDirContext(environment);
        try {
            Attribute found = context.getAttributes(name, new String[] {type}).get(type);
            List<String> values = new ArrayList<>();
            if (found != null) {
                NamingEnumeration<?> all = found.getAll();
                while (all.hasMore()) {
                    values.add(String.valueOf(all.next()));
                }
            }
            return values;
        } catch (NameNotFoundException none) {
            return List.of();
        } finally {
            context.close();
        }
    }

    private static String reverseName(byte[] address) {
        StringBuilder name = new StringBuilder();
        for (int i = address.length - 1; i >= 0; i--) {
            int octet = address[i] & 0xff;
            if (address.length == 4) {
                name.append(octet).append('.');
            } else {
                name.append(Integer.toHexString(octet & 15))
                        .append('.')
                        .append(Integer.toHexString(octet >> 4))
                        .append('.');
            }
        }
        return name + (address.length == 4 ? "in-addr.arpa" : "ip6.arpa");
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
