package org.sampan.mailserver.admin;

import java.io.IOException;
import java.io.InputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletRequestWrapper;
import spark.Request;

/** The body of a request as it comes in. */
public final class RequestBody {
    private RequestBody() {}

    /**
     * To be read once. Spark's own wrapper of the request reads a body of known length into memory whole before it hands out
     * the first byte; this is the stream behind it.
     */
    public static InputStream of(Request request) throws IOException {
        ServletRequest behind = request.raw();
        while (behind instanceof ServletRequestWrapper wrapper) {
            behind = wrapper.getRequest();
        }
        return behind.getInputStream();
    }
}
