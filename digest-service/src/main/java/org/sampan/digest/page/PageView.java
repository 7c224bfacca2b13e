package org.sampan.digest.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/** One template as a view. The page is whole before its first byte is sent, so a failing template never half shows. */
record PageView(String template, PageTemplates templates, PageFrame frame) implements View {

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale language = RequestContextUtils.getLocale(request);
        Map<String, Object> all = new HashMap<>(frame.of(request, language));
        if (model != null) {
            all.putAll(model);
        }
        byte[] page = templates.render(template, all).getBytes(StandardCharsets.UTF_8);
        frame.remember(request, response);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        if (isUnchanged(page, request, response)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(getContentType());
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** Only where the controller let browsers keep the page: on a thin line a 304 saves it all. */
    private static boolean isUnchanged(byte[] page, HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL) || response.getStatus() != HttpServletResponse.SC_OK) {
            return false;
        }
        String tag = "\"" + DigestUtils.md5DigestAsHex(page) + "\"";
        response.setHeader(HttpHeaders.ETAG, tag);
        return tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }
}
