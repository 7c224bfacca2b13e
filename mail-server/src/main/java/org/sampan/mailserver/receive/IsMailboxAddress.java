package org.sampan.mailserver.receive;

import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.mailet.base.GenericRecipientMatcher;
import org.sampan.mailserver.post.PostAttributes;

/** The mail is for the newsroom's desk: clippings, statements. */
public final class IsMailboxAddress extends GenericRecipientMatcher {
    private final Addressees addressees;

    @Inject
    public IsMailboxAddress(Addressees addressees) {
        this.addressees = addressees;
    }

    @Override
    public boolean matchRecipient(MailAddress recipient) {
        return PostAttributes.address(recipient)
                .map(addressees::of)
                .filter(Addressee.ToMailbox.class::isInstance)
                .isPresent();
    }
}
