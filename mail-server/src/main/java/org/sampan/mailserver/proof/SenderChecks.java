package org.sampan.mailserver.proof;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.sampan.mailserver.domain.DmarcPolicies;
import org.sampan.mailserver.domain.DnsTroubleException;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.SenderProof;
import org.sampan.mailserver.post.SenderProof.By;

/**
 * Finds out whether a mail comes from the domain it names in From. What is looked up depends on the mail alone, never on who is on a
 * list. Safe for many threads.
 */
final class SenderChecks {
    private final Spf spf;
    private final Dkim dkim;
    private final DmarcPolicies policies;
    private final FrontServer front;

    SenderChecks(Spf spf, Dkim dkim, DmarcPolicies policies, FrontServer front) {
        this.spf = spf;
        this.dkim = dkim;
        this.policies = policies;
        this.front = front;
    }

    /**
     * @param message with headers {@linkplain FrontServer#withoutForeignResults cleaned}
     * @param proofWanted false: it is enough to know what fails DMARC
     * @throws DnsTroubleException when the name servers do not answer, and nothing else proves it
     */
    SenderProof of(Message message, Handover handover, boolean proofWanted) {
        List<String> domains = FromDomains.of(message.headers());
        if (domains.isEmpty()) {
            return new SenderProof(By.NOTHING, false);
        }
        Alignment alignment = Alignment.of(domains, policies);
        if (!proofWanted && !alignment.isEnforced()) {
            return SenderProof.NOT_CHECKED;
        }
        By by = front.is(handover.client())
                ? byFrontServer(message, alignment)
                : byOurselves(message, handover, alignment);
        return new SenderProof(by, by == By.NOTHING && alignment.isEnforced());
    }

    private By byOurselves(Message message, Handover handover, Alignment alignment) {
        Attempt server = Attempt.of(() -> isFromServer(handover, alignment) ? By.SERVER : By.NOTHING);
        if (server.by().filter(it -> it == By.SERVER).isPresent()) {
            return By.SERVER;
        }
        By signed = signed(message, alignment);
        if (signed != By.SIGNATURE) {
            server.complain();
        }
        return signed;
    }

    private boolean isFromServer(Handover handover, Alignment alignment) {
        return handover.sender()
                .filter(it -> alignment.isSentFor(it.domain()))
                .filter(it -> spf.passes(handover.client(), handover.helo(), it))
                .isPresent();
    }

    private By signed(Message message, Alignment alignment) {
        return best(dkim.valid(message, it -> alignment.isSignedFor(it.domain())), message);
    }

    /** The front server saw who handed the mail in; we only see the front server. Signatures we can read ourselves. */
    private By byFrontServer(Message message, Alignment alignment) {
        List<AuthenticationResults.Result> results = front.results(message.headers());
        if (results.isEmpty()) {
            return signed(message, alignment);
        }
        if (isSaid(results, "dmarc", it -> !it.passes())) {
            return By.NOTHING;
        }
        if (isSaid(
                results,
                "spf",
                it -> it.passes()
                        && it.domain("smtp.mailfrom")
                                .filter(alignment::isSentFor)
                                .isPresent())) {
            return By.SERVER;
        }
        List<DkimSignature> believed = message.headers()
                .all(DkimSignature.FIELD)
                .flatMap(it -> DkimSignature.parse(it).stream())
                .filter(it -> alignment.isSignedFor(it.domain()))
                .filter(it -> isSaid(results, "dkim", result -> result.passes() && isAbout(result, it)))
                .toList();
        return best(believed, message);
    }

    private static boolean isAbout(AuthenticationResults.Result result, DkimSignature signature) {
        return result.domain("header.d")
                .or(() -> result.domain("header.i"))
                .filter(signature.domain()::equals)
                .isPresent();
    }

    private static boolean isSaid(
            List<AuthenticationResults.Result> results, String method, Predicate<AuthenticationResults.Result> what) {
        return results.stream().filter(it -> it.method().equals(method)).anyMatch(what);
    }

    private static By best(List<DkimSignature> signatures, Message message) {
        if (signatures.stream().anyMatch(it -> it.bindsWhatTells(message.headers()))) {
            return By.SIGNATURE;
        }
        return signatures.isEmpty() ? By.NOTHING : By.LOOSE_SIGNATURE;
    }

    /** What one way of proving came to, or the trouble it met. */
    private record Attempt(Optional<By> by, Optional<DnsTroubleException> trouble) {
        static Attempt of(Supplier<By> way) {
            try {
                return new Attempt(Optional.of(way.get()), Optional.empty());
            } catch (DnsTroubleException e) {
                return new Attempt(Optional.empty(), Optional.of(e));
            }
        }

        void complain() {
            trouble.ifPresent(it -> {
                throw it;
            });
        }
    }
}
