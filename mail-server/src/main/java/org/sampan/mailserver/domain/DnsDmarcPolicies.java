package org.sampan.mailserver.domain;

import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the name servers, and remembers what they said as long as they allow, an hour at most; also that they said nothing. */
public final class DnsDmarcPolicies implements DmarcPolicies {
    private static final Logger LOGGER = LoggerFactory.getLogger(DnsDmarcPolicies.class);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOMAINS = 10_000;

    /** Names that nobody can register (RFC 6761, 6762, 7686, 9476): asking for them would only tell others. */
    private static final Set<String> NOBODYS =
            Set.of("example", "test", "invalid", "localhost", "local", "onion", "alt", "internal");

    private final Resolver resolver;
    private final Clock clock;
    private final com.google.common.cache.Cache<String, Known> known =
            CacheBuilder.newBuilder().maximumSize(MOST_DOMAINS).build();

    /** @param resolver with a time-out of its own */
    public DnsDmarcPolicies(Resolver resolver, Clock clock) {
        this.resolver = resolver;
        this.clock = clock;
    }

    @Override
    public DmarcPolicy of(String domain) {
        String name = OrganisationalDomain.ascii(domain);
        Known before = known.getIfPresent(name);
        if (before != null && !before.until().isAfter(clock.instant())) {
            known.asMap().remove(name, before);
        }
        try {
            return known.get(name, () -> ask(name)).policy();
        } catch (ExecutionException | UncheckedExecutionException e) {
            LOGGER.error("event=dmarc-failed", e);
            return DmarcPolicy.UNKNOWN;
        }
    }

    private Known ask(String domain) {
        if (NOBODYS.contains(domain.substring(domain.lastIndexOf('.') + 1))) {
            return new Known(DmarcPolicy.NONE, clock.instant().plus(LONGEST));
        }
        Answer own = published(domain);
        String organisation = OrganisationalDomain.of(domain).name();
        if (own.record().isPresent() || own.failed() || organisation.equals(domain)) {
            return known(own, own.record().map(DmarcRecord::forDomain));
        }
        Answer above = published(organisation);
        return known(above, above.record().map(DmarcRecord::forSubdomains));
    }

    private Known known(Answer answer, Optional<DmarcPolicy> policy) {
        return answer.failed()
                ? new Known(DmarcPolicy.UNKNOWN, clock.instant().plus(SHORTEST))
                : new Known(policy.orElse(DmarcPolicy.NONE), clock.instant().plus(answer.lasts()));
    }

    private Answer published(String domain) {
        Optional<Name> name = name("_dmarc." + domain);
        if (name.isEmpty()) {
            return Answer.NOTHING;
        }
        Lookup lookup = new Lookup(name.get(), Type.TXT);
        lookup.setResolver(resolver);
        lookup.setCache(new Cache(DClass.IN));
        lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL -> answer(lookup.getAnswers());
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> Answer.NOTHING;
            default -> {
                LOGGER.warn("event=dmarc-unknown reason={}", lookup.getErrorString());
                yield Answer.FAILED;
            }
        };
    }

    /** More than one record is none (RFC 7489 section 6.6.3). */
    private static Answer answer(Record[] records) {
        List<DmarcRecord> found = new ArrayList<>();
        long seconds = LONGEST.toSeconds();
        for (Record record : records) {
            if (record instanceof TXTRecord text) {
                DmarcRecord.parse(String.join("", text.getStrings())).ifPresent(found::add);
                seconds = Math.min(seconds, record.getTTL());
            }
        }
        return new Answer(
                found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty(),
                Duration.ofSeconds(Math.max(seconds, SHORTEST.toSeconds())),
                false);
    }

    private static Optional<Name> name(String text) {
        try {
            return Optional.of(Name.concatenate(Name.fromString(text), Name.root));
        } catch (TextParseException | NameTooLongException noName) {
            return Optional.empty();
        }
    }

    private record Known(DmarcPolicy policy, Instant until) {}

    private record Answer(Optional<DmarcRecord> record, Duration lasts, boolean failed) {
        static final Answer NOTHING = new Answer(Optional.empty(), LONGEST, false);
        static final Answer FAILED = new Answer(Optional.empty(), SHORTEST, true);
    }
}
