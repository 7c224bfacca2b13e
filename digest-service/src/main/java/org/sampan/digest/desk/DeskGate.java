package org.sampan.digest.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.newsroom.Newsroom;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.Reader;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The only way to pages under {@code /desk}: who is not signed in is asked to, and to everybody but editors there is no
 * such page. Asked anew for each request, so who is removed is out at once.
 */
@Component
class DeskGate implements HandlerInterceptor, HandlerMethodArgumentResolver {
    static final String PATHS = "/desk/**";

    private final Newsroom newsroom;

    DeskGate(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Reader> reader = Reader.of(request);
        if (reader.isEmpty()) {
            letSignIn(request, response);
            return false;
        }
        if (!newsroom.isOpenTo(reader.get().email())) {
            throw new NotHere();
        }
        return true;
    }

    /** A script of ours that asks for a piece of a page is told to leave the page. */
    private static void letSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String door = "/account/sign-in?next=" + next(request);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", door);
        } else if (request.getMethod().equals("POST")) {
            // Shows what was typed again, to be sent once more after signing in.
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(door);
        }
    }

    /** Only a page that is shown can be come back to. */
    private static String next(HttpServletRequest request) {
        return request.getMethod().equals("GET") ? request.getRequestURI() : "/desk";
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(SignedInEditor.class);
    }

    @Override
    public SignedInEditor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                .flatMap(Reader::of)
                .filter(reader -> newsroom.isOpenTo(reader.email()))
                .map(reader -> new SignedInEditor(reader.email()))
                .orElseThrow(NotHere::new);
    }
}
