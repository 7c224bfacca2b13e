package org.sampan.mailserver.smtpserver;

import java.util.List;
import org.apache.james.protocols.api.handler.CommandDispatcher;
import org.apache.james.protocols.lib.handler.HandlersPackage;
import org.apache.james.protocols.smtp.core.HeloCmdHandler;
import org.apache.james.protocols.smtp.core.HelpCmdHandler;
import org.apache.james.protocols.smtp.core.NoopCmdHandler;
import org.apache.james.protocols.smtp.core.QuitCmdHandler;
import org.apache.james.protocols.smtp.core.RsetCmdHandler;
import org.apache.james.protocols.smtp.core.UnknownCmdHandler;
import org.apache.james.protocols.smtp.core.VrfyCmdHandler;
import org.apache.james.protocols.smtp.core.esmtp.EhloCmdHandler;
import org.apache.james.protocols.smtp.core.esmtp.StartTlsCmdHandler;
import org.apache.james.protocols.smtp.core.log.HookResultLogger;
import org.apache.james.smtpserver.AuthRequiredToRelayRcptHook;
import org.apache.james.smtpserver.DataLineJamesMessageHookHandler;
import org.apache.james.smtpserver.JamesDataCmdHandler;
import org.apache.james.smtpserver.JamesMailCmdHandler;
import org.apache.james.smtpserver.JamesRcptCmdHandler;
import org.apache.james.smtpserver.JamesWelcomeMessageHandler;
import org.apache.james.smtpserver.SendMailHandler;

/**
 * What both ports know, behind the handlers that smtpserver.xml names: James's own list with some replaced, each of which says why, and
 * without EXPN. VRFY says that it does not tell (RFC 5321 section 7.3).
 */
public final class SmtpCommands implements HandlersPackage {
    @Override
    public List<String> getHandlers() {
        return List.of(
                        JamesWelcomeMessageHandler.class,
                        CommandDispatcher.class,
                        AuthWhenOffered.class,
                        JamesDataCmdHandler.class,
                        EhloCmdHandler.class,
                        HeloCmdHandler.class,
                        HelpCmdHandler.class,
                        JamesMailCmdHandler.class,
                        NoopCmdHandler.class,
                        QuitCmdHandler.class,
                        JamesRcptCmdHandler.class,
                        RsetCmdHandler.class,
                        VrfyCmdHandler.class,
                        StrictDataLines.class,
                        HeaderLimit.class,
                        RefuseWhenFull.class,
                        SizeLimit.class,
                        AccountLogin.class,
                        AuthRequiredToRelayRcptHook.class,
                        ReceivedHeader.class,
                        DataLineJamesMessageHookHandler.class,
                        StartTlsCmdHandler.class,
                        RememberSession.class,
                        SendMailHandler.class,
                        UnknownCmdHandler.class,
                        HookResultLogger.class)
                .stream()
                .map(Class::getName)
                .toList();
    }
}
