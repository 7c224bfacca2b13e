package org.sampan.digest.edit;

import java.util.Objects;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.link.LinkState;
import org.sampan.digest.link.WatchedLink;
import org.sampan.digest.link.WatchedLinks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says that a link is fine though its server tells programs otherwise: it is not looked at any more. Stands in the journal. */
@Component
public class VouchForLink {
    private final WatchedLinks links;
    private final ClippingDeeds deeds;
    private final TransactionTemplate transaction;

    VouchForLink(WatchedLinks links, ClippingDeeds deeds, PlatformTransactionManager transactions) {
        this.links = links;
        this.deeds = deeds;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** False when nobody thinks that anything is wrong with the clipping's link. */
    public boolean vouch(ClippingId id, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> links.find(id)
                .filter(link -> link.state() != LinkState.FINE)
                .filter(link -> links.vouch(id, link.url(), true))
                .map(link -> said(link, actor))
                .orElse(false)));
    }

    private boolean said(WatchedLink link, Actor actor) {
        Trace trace = new Trace.Vouched(link.url());
        deeds.record(actor, link.clipping(), "link-fine", link.url().toString(), trace);
        return true;
    }
}
