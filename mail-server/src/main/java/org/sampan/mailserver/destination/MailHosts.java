package org.sampan.mailserver.destination;

import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.sampan.mailserver.smtp.SmtpReply;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Cache;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Finds the servers of a domain, RFC 5321 section 5.1: its MX hosts, those of one preference in random order, or the domain itself
 * when it has none. Safe for many threads.
 */
final class MailHosts {
    private static final int MOST_HOSTS = 10;

    private final Resolver resolver;
    private final Cache cache = new Cache();

    MailHosts(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Names in the order in which they are to be tried; never empty.
     *
     * @throws DomainTakesNoMailException when there is no such domain, or a null MX (RFC 7505)
     * @throws IOException when the name servers do not answer
     */
    List<Name> of(String domain) throws IOException {
        Name name = name(domain);
        Lookup lookup = lookUp(name, Type.MX);
        if (lookup.getResult() == Lookup.HOST_NOT_FOUND) {
            throw new DomainTakesNoMailException(new SmtpReply(550, "5.1.2 there is no domain " + domain));
        }
        if (lookup.getResult() == Lookup.TYPE_NOT_FOUND || lookup.getAnswers() == null) {
            if (addresses(name).isEmpty()) {
                throw new DomainTakesNoMailException(
                        new SmtpReply(550, "5.4.4 " + domain + " has neither a mail host nor an address"));
            }
            return List.of(name);
        }
        List<MXRecord> records = new ArrayList<>();
        for (Record record : lookup.getAnswers()) {
            records.add((MXRecord) record);
        }
        if (records.stream().allMatch(record -> record.getTarget().equals(Name.root))) {
            throw new DomainTakesNoMailException(new SmtpReply(556, "5.1.10 " + domain + " takes no mail"));
        }
        Collections.shuffle(records);
        records.sort(Comparator.comparingInt(MXRecord::getPriority));
        return records.stream().map(MXRecord::getTarget).limit(MOST_HOSTS).toList();
    }

    /** IPv4 addresses, then IPv6; empty when the host has none. */
    List<InetAddress> addresses(Name host) throws IOException {
        List<InetAddress> addresses = new ArrayList<>();
        for (Record record : answers(lookUp(host, Type.A))) {
            addresses.add(((ARecord) record).getAddress());
        }
        for (Record record : answers(lookUp(host, Type.AAAA))) {
            addresses.add(((AAAARecord) record).getAddress());
        }
        return addresses;
    }

    /** TXT records; empty when there are none, or the name servers do not answer. */
    List<String> texts(String owner) {
        try {
            List<String> texts = new ArrayList<>();
            for (Record record : answers(lookUp(Name.fromString(IDN.toASCII(owner), Name.root), Type.TXT))) {
                texts.add(String.join("", ((TXTRecord) record).getStrings()));
            }
            return texts;
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private Lookup lookUp(Name name, int type) throws IOException {
        Lookup lookup = new Lookup(name, type);
        lookup.setResolver(resolver);
        lookup.setCache(cache);
        lookup.run();
        int result = lookup.getResult();
        if (result == Lookup.TRY_AGAIN || result == Lookup.UNRECOVERABLE) {
            throw new IOException("the name servers do not answer for " + name + ": " + lookup.getErrorString());
        }
        return lookup;
    }

    private static List<Record> answers(Lookup lookup) {
        Record[] answers = lookup.getAnswers();
        return answers == null ? List.of() : Arrays.asList(answers);
    }

    private static Name name(String domain) throws DomainTakesNoMailException {
        try {
            return Name.fromString(IDN.toASCII(domain), Name.root);
        } catch (TextParseException | IllegalArgumentException e) {
            throw new DomainTakesNoMailException(new SmtpReply(550, "5.1.2 " + domain + " is no domain"));
        }
    }
}
