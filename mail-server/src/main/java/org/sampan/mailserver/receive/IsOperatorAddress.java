package org.sampan.mailserver.receive;

import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.mailet.base.GenericRecipientMatcher;
import org.sampan.mailserver.post.PostAttributes;

/** The mail is for whoever runs this server: postmaster, abuse. */
public final class IsOperatorAddress extends GenericRecipientMatcher {
    private final Addressees addressees;

    @Inject
    public IsOperatorAddress(Addressees addressees) {
        this.addressees = addressees;
    }

    @Override
    public boolean matchRecipient(MailAddress recipient) {
        return PostAttributes.address(recipient)
                .map(addressees::of)
                .filter(Addressee.ToOperator.class::isInstance)
                .isPresent();
    }
}
