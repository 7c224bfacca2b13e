package org.sampan.mailserver.smtpserver;

import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.lib.handler.ProtocolHandlerLoader;
import org.apache.james.protocols.netty.ChannelHandlerFactory;
import org.apache.james.smtpserver.netty.SMTPServer;
import org.apache.james.smtpserver.netty.SMTPServerFactory;
import org.apache.james.smtpserver.netty.SmtpMetrics;

/** The ports of smtpserver.xml, reading lines by {@link SmtpLines}. */
@Singleton
public final class SmtpPorts extends SMTPServerFactory {
    @Inject
    public SmtpPorts(DNSService dns, ProtocolHandlerLoader loader, FileSystem fileSystem, MetricFactory metrics) {
        super(dns, loader, fileSystem, metrics);
    }

    @Override
    protected SMTPServer createServer() {
        return new SmtpPort(smtpMetrics);
    }

    private static final class SmtpPort extends SMTPServer {
        SmtpPort(SmtpMetrics metrics) {
            super(metrics);
        }

        @Override
        protected ChannelHandlerFactory createFrameHandlerFactory() {
            return SmtpLines::new;
        }
    }
}
