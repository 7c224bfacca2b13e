package org.sampan.digest.send;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;

/** A multipart whose boundary does not depend on the moment: the same mail is the same bytes when it is sent again. */
final class SteadyMultipart extends MimeMultipart {
    /** {@code boundary} must be unlike any line of the parts. */
    SteadyMultipart(String subtype, String boundary) {
        super(subtype);
        ContentType type = new ContentType("multipart", subtype, null);
        type.setParameter("boundary", "=_" + boundary);
        contentType = type.toString();
    }

    SteadyMultipart with(BodyPart part) throws MessagingException {
        addBodyPart(part);
        return this;
    }
}
