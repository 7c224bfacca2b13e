package org.sampan.mailserver.domain;

import java.net.IDN;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** The name servers of the settings, else of the machine, asked with a time-out and through a cache of limited size. */
public final class ResolvingDns implements Dns {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int TRIES = 2;
    private static final int MOST_CACHED = 20_000;

    /** Names that nobody can register (RFC 6761, 6762, 7686, 9476): asking the world for them would only tell others. */
    private static final Set<String> NOBODYS = Set.of("example", "test", "invalid", "localhost", "onion", "alt");

    private final LookupSession session;
    private final boolean asksTheWorld;

    /** @param servers empty: those the machine uses */
    public ResolvingDns(List<InetSocketAddress> servers) {
        asksTheWorld = servers.isEmpty();
        Cache cache = new Cache(DClass.IN);
        cache.setMaxEntries(MOST_CACHED);
        session =
                LookupSession.builder().resolver(resolver(servers)).cache(cache).build();
    }

    @Override
    public List<String> find(String name, RecordType type) {
        return name(name)
                .filter(it -> !(asksTheWorld && isNobodys(it)))
                .map(it -> records(it, type))
                .orElse(List.of());
    }

    private List<String> records(Name name, RecordType type) {
        try {
            return session.lookupAsync(name, Type.value(type.name())).toCompletableFuture().join().getRecords().stream()
                    .flatMap(it -> text(it).stream())
                    .toList();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NoSuchDomainException || e.getCause() instanceof NoSuchRRSetException) {
                return List.of();
            }
            throw new DnsTroubleException("the name servers do not answer for " + name + " " + type, e);
        }
    }

    private static Optional<String> text(Record record) {
        if (record instanceof TXTRecord txt) {
            return Optional.of(txt.getStringsAsByteArrays().stream()
                    .map(it -> new String(it, StandardCharsets.UTF_8))
                    .collect(Collectors.joining()));
        }
        if (record instanceof ARecord a) {
            return Optional.of(a.getAddress().getHostAddress());
        }
        if (record instanceof AAAARecord aaaa) {
            return Optional.of(aaaa.getAddress().getHostAddress());
        }
        if (record instanceof MXRecord mx) {
            return Optional.of(mx.getTarget().toString(true));
        }
        return record instanceof PTRRecord ptr ? Optional.of(ptr.getTarget().toString(true)) : Optional.empty();
    }

    private static boolean isNobodys(Name name) {
        return NOBODYS.contains(
                name.getLabelString(Math.max(0, name.labels() - 2)).toLowerCase(Locale.ROOT));
    }

    private static Optional<Name> name(String text) {
        try {
            return Optional.of(Name.fromString(ascii(text), Name.root));
        } catch (TextParseException | IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /** Names of services begin with an underscore, which {@link IDN} takes as it is when it is not told otherwise. */
    private static String ascii(String name) {
        return name.chars().allMatch(it -> it < 128) ? name : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
    }

    /** Of the servers given, else of those the machine uses. */
    static ExtendedResolver resolver(List<InetSocketAddress> servers) {
        ExtendedResolver resolver = servers.isEmpty()
                ? new ExtendedResolver()
                : new ExtendedResolver(servers.stream().map(SimpleResolver::new).toArray(Resolver[]::new));
        resolver.setRetries(TRIES);
        resolver.setTimeout(PATIENCE);
        return resolver;
    }
}
