package org.sampan.mailserver.receive;

import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;

/** What the server says to the other side of an SMTP session. */
final class Replies {
    /** RFC 5321 section 4.5.3.1.5: 512 octets with code and line end. */
    private static final int LONGEST = 500;

    private Replies() {}

    static HookResult next() {
        return HookResult.DECLINED;
    }

    /** @param status RFC 3463; its class and the code's agree */
    static HookResult refuse(String code, String status, String text) {
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.deny())
                .smtpReturnCode(code)
                .smtpDescription(line(status + " " + text))
                .build();
    }

    /** The other server keeps the mail and comes again. */
    static HookResult tryAgain() {
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.denySoft())
                .smtpReturnCode("451")
                .smtpDescription("4.3.0 This server has a problem of its own; please send the mail again later.")
                .build();
    }

    /** Not known is not proven, and not disproven: the other server keeps the mail and comes again. */
    static HookResult senderUnclear() {
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.denySoft())
                .smtpReturnCode("451")
                .smtpDescription("4.4.3 The sender's domain cannot be looked up now; please send the mail again later.")
                .build();
    }

    /** The other side keeps the mail and comes again. @param status RFC 3463, of class 4 */
    static HookResult notNow(String status, String text) {
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.denySoft())
                .smtpReturnCode("451")
                .smtpDescription(line(status + " " + text))
                .build();
    }

    private static String line(String text) {
        String ascii = text.replaceAll("[^ -~]", "?");
        return ascii.length() > LONGEST ? ascii.substring(0, LONGEST) : ascii;
    }
}
