package org.sampan.mailserver.smtpserver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import java.nio.charset.StandardCharsets;
import org.apache.james.protocols.api.CommandDetectionSession;
import org.apache.james.protocols.netty.AllButStartTlsLineBasedChannelHandler;
import org.apache.james.protocols.netty.CommandInjectionDetectedException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what a client sends into lines. A line that is too long ends the connection: James would say 500 in the middle of a
 * message, drop the line, and take the rest of the message as if nothing was missing.
 */
final class SmtpLines extends AllButStartTlsLineBasedChannelHandler {
    /** RFC 5321 says 998, but mail programs that write HTML in one line do not know. */
    static final int LONGEST_LINE = 1024 * 1024;
    /** RFC 4954 section 4: an AUTH response has at most 12,288. */
    static final int LONGEST_COMMAND = 16 * 1024;

    private boolean hungUp;

    SmtpLines(ChannelPipeline pipeline) {
        super(pipeline, LONGEST_LINE, false, "starttls");
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf buffer) throws Exception {
        if (hungUp) {
            buffer.skipBytes(buffer.readableBytes());
            return null;
        }
        int limit = limit(context);
        if (buffer.readableBytes() > limit && buffer.bytesBefore(limit, (byte) '\n') < 0) {
            return hangUp(context, buffer, "500 5.5.2 A line is longer than " + limit + " bytes");
        }
        try {
            return super.decode(context, buffer);
        } catch (CommandInjectionDetectedException e) {
            return hangUp(context, buffer, "503 5.5.1 Say nothing behind STARTTLS before TLS has begun");
        }
    }

    private int limit(ChannelHandlerContext context) {
        @Nullable CommandDetectionSession session = retrieveSession(context);
        // James looks for commands behind STARTTLS until the first message, rescanning the line with each packet.
        return session == null || session.needsCommandInjectionDetection() ? LONGEST_COMMAND : LONGEST_LINE;
    }

    private @Nullable Object hangUp(ChannelHandlerContext context, ByteBuf buffer, String reply) {
        hungUp = true;
        buffer.skipBytes(buffer.readableBytes());
        context.channel()
                .writeAndFlush(Unpooled.copiedBuffer(reply + "; closing\r\n", StandardCharsets.US_ASCII))
                .addListener(ChannelFutureListener.CLOSE);
        return null;
    }
}
