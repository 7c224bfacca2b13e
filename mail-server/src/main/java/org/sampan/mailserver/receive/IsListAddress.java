package org.sampan.mailserver.receive;

import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.mailet.base.GenericRecipientMatcher;
import org.sampan.mailserver.post.PostAttributes;

/** The mail is a post: to a list, or to its digest address. */
public final class IsListAddress extends GenericRecipientMatcher {
    private final PostAttributes attributes;

    @Inject
    public IsListAddress(PostAttributes attributes) {
        this.attributes = attributes;
    }

    @Override
    public boolean matchRecipient(MailAddress recipient) {
        return PostAttributes.address(recipient).flatMap(attributes::listOf).isPresent();
    }
}
