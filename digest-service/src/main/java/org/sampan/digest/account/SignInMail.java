package org.sampan.digest.account;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.page.Messages;
import org.sampan.digest.settings.Settings;

/** Writes the mail with a sign-in link, plain text in the person's language. */
final class SignInMail {
    private final Messages messages;
    private final Settings settings;

    SignInMail(Messages messages, Settings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    MimeMessage write(EmailAddress to, SignInToken token, Locale language, Instant now) {
        try {
            MimeMessage mail = new NamedMessage("<sign-in." + UUID.randomUUID() + "@" + settings.domain() + ">");
            mail.setFrom(new InternetAddress(
                    settings.submissionAccount(), settings.domain(), StandardCharsets.UTF_8.name()));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to.text()));
            mail.setSubject(
                    messages.text(language, "signin.mail.subject", Map.of("site", settings.domain())),
                    StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(now));
            // RFC 3834: nobody's absence notice shall answer.
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setContentLanguage(new String[] {language.toLanguageTag()});
            mail.setText(text(token, language), StandardCharsets.UTF_8.name());
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("the sign-in mail cannot be written", e);
        }
    }

    private String text(SignInToken token, Locale language) {
        return messages.text(language, "signin.mail.text", Map.of("minutes", SignInByMail.VALID.toMinutes()))
                + "\r\n\r\n" + settings.web().url() + "/account/sign-in/" + token.text()
                + "\r\n\r\n" + messages.text(language, "signin.mail.ignore") + "\r\n";
    }

    /** Keeps the Message-ID it was given. */
    private static final class NamedMessage extends MimeMessage {
        private final String id;

        NamedMessage(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
