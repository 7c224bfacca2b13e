package org.sampan.digest.edit;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Version;
import org.sampan.digest.clipping.Versions;
import org.sampan.digest.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says which clippings are one document in several languages, and of which it is a translation. All in the journal. */
@Component
public class LinkVersions {
    private final Clippings clippings;
    private final Versions versions;
    private final ClippingDeeds deeds;
    private final TransactionTemplate transaction;

    LinkVersions(Clippings clippings, Versions versions, ClippingDeeds deeds, PlatformTransactionManager transactions) {
        this.clippings = clippings;
        this.versions = versions;
        this.deeds = deeds;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * {@code other} and its versions say the same as {@code one} in other languages, and say it of what its original says
     * now; false when one of them is not there.
     */
    public boolean link(ClippingId one, ClippingId other, Actor actor) {
        return !one.equals(other) && relink(one, other, "linked", actor, () -> clippings.linkVersions(one, other));
    }

    /** It is no version of any other. */
    public void unlink(ClippingId id, Actor actor) {
        relink(id, id, "unlinked", actor, () -> {
            clippings.unlinkVersion(id);
            return true;
        });
    }

    /** The others of its document are translations of it. */
    public void declareOriginal(ClippingId id, Actor actor) {
        relink(id, id, "original", actor, () -> {
            versions.declareOriginal(id);
            return true;
        });
    }

    /** An editor has looked: the translation still says what its original says. */
    public void confirm(ClippingId translation, Actor actor) {
        relink(translation, translation, "confirmed", actor, () -> {
            versions.confirm(translation);
            return true;
        });
    }

    private boolean relink(ClippingId one, ClippingId other, String what, Actor actor, BooleanSupplier change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<ClippingId> ids = together(versions, one, other);
            List<Versions.Link> before = versions.links(ids);
            boolean done = change.getAsBoolean();
            List<Versions.Link> after = versions.links(ids);
            if (!before.equals(after)) {
                String detail = one.equals(other) ? "" : other.toString();
                deeds.record(actor, one, what, detail, new Trace.Linked(new Trace.Links(ids, before, after)));
            }
            return done;
        }));
    }

    /** Both, and all versions of both. */
    static List<ClippingId> together(Versions versions, ClippingId one, ClippingId other) {
        List<ClippingId> both = List.of(one, other).stream().distinct().toList();
        Stream<ClippingId> others =
                versions.of(both).values().stream().flatMap(List::stream).map(Version::id);
        return Stream.concat(both.stream(), others).distinct().toList();
    }
}
