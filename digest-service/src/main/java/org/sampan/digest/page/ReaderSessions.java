package org.sampan.digest.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins the session of somebody whose address is proven; it ends by signing out or when it was not used for long. */
@Component
public final class ReaderSessions {
    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository formTokens;

    ReaderSessions(SecurityContextRepository contexts, CsrfTokenRepository formTokens) {
        this.contexts = contexts;
        this.formTokens = formTokens;
    }

    /** What was before in this browser, session and form token, counts no more. */
    public void begin(Reader reader, HttpServletRequest request, HttpServletResponse response) {
        @Nullable HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        formTokens.saveToken(null, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                reader.email().text(), null, AuthorityUtils.createAuthorityList("ROLE_READER")));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
