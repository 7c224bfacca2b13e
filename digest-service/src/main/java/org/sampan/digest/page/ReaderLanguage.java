package org.sampan.digest.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Which language a reader gets: what was asked for by {@code ?lang=}, or chosen before (cookie), or is known of the
 * person a link was mailed to, or the browser prefers, or else English.
 */
public final class ReaderLanguage implements LocaleResolver {
    static final String PARAMETER = "lang";
    private static final String COOKIE = "lang";
    private static final String KNOWN = ReaderLanguage.class.getName() + ".known";
    private static final long ONE_YEAR = 365L * 24 * 3600;

    private final List<PageLanguage> languages;

    public ReaderLanguage(List<PageLanguage> languages) {
        this.languages = List.copyOf(languages);
    }

    /** Tells what is known of the person who got the link; counts for this request only. */
    public static void isKnownAs(HttpServletRequest request, String tag) {
        request.setAttribute(KNOWN, tag);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return Stream.of(
                        asked(request), cookie == null ? null : cookie.getValue(), (String) request.getAttribute(KNOWN))
                .map(this::ours)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> preferred(request));
    }

    /** Keeps in a cookie what the reader asked for by {@code ?lang=}, if anything. */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        ours(asked(request))
                .ifPresent(locale -> response.addHeader(
                        "Set-Cookie",
                        ResponseCookie.from(COOKIE, locale.toLanguageTag())
                                .path("/")
                                .maxAge(ONE_YEAR)
                                .httpOnly(true)
                                .secure(request.isSecure())
                                .sameSite("Lax")
                                .build()
                                .toString()));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("readers choose their language by ?lang=");
    }

    /** Of a form that was too large nothing can be read; still the visitor is told so. */
    private static @Nullable String asked(HttpServletRequest request) {
        try {
            return request.getParameter(PARAMETER);
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    private Locale preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Messages.FALLBACK;
        }
        return Collections.list(request.getLocales()).stream()
                .map(locale -> ours(locale.toLanguageTag()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Messages.FALLBACK);
    }

    /** The language we have for a tag: {@code zh} for {@code zh-Hant-TW}. */
    private Optional<Locale> ours(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String wanted = Locale.forLanguageTag(tag).getLanguage();
        return languages.stream()
                .map(PageLanguage::locale)
                .filter(locale -> locale.getLanguage().equals(wanted))
                .findFirst();
    }
}
