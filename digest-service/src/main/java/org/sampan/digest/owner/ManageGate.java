package org.sampan.digest.owner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.Reader;
import org.sampan.digest.role.Role;
import org.sampan.digest.role.Roles;
import org.sampan.digest.settings.Settings;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The only way to the pages of those who look after a list: who is not signed in is asked to, and to everybody else these pages do
 * not exist. Asked anew for each request.
 */
@Component
class ManageGate implements HandlerInterceptor, HandlerMethodArgumentResolver {
    static final String PATHS = "/lists/*/manage/**";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final MailServer mailServer;
    private final Roles roles;
    private final Settings settings;

    ManageGate(MailServer mailServer, Roles roles, Settings settings) {
        this.mailServer = mailServer;
        this.roles = roles;
        this.settings = settings;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (Reader.of(request).isEmpty()) {
            response.sendRedirect("/account/sign-in?next=" + next(request));
            return false;
        }
        return true;
    }

    /** Only a page that is shown can be come back to. */
    private static String next(HttpServletRequest request) {
        return request.getMethod().equals("GET") ? request.getRequestURI() : "/account";
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type.equals(StewardedList.class) || type.equals(OwnedList.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        StewardedList open = Optional.ofNullable(webRequest.getNativeRequest(HttpServletRequest.class))
                .flatMap(this::open)
                .orElseThrow(NotHere::new);
        if (parameter.getParameterType().equals(StewardedList.class)) {
            return open;
        }
        if (!open.role().isOwner()) {
            throw new NotHere();
        }
        return new OwnedList(open);
    }

    private Optional<StewardedList> open(HttpServletRequest request) {
        return Reader.of(request).flatMap(reader -> name(request).flatMap(name -> open(name, reader)));
    }

    /** Who has no business with the list does not even learn whether there is one. */
    private Optional<StewardedList> open(String name, Reader reader) {
        ListAddress address = ListAddress.of(name, settings.domain());
        Optional<Role> role = roles.of(address, reader.email());
        return role.flatMap(it -> mailServer.list(address).map(list -> new StewardedList(list, it, reader)));
    }

    private static Optional<String> name(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("name") instanceof String name
                        && NAME.matcher(name).matches()
                ? Optional.of(name)
                : Optional.empty();
    }
}
