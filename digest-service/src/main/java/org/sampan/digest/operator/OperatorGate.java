package org.sampan.digest.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.Reader;
import org.sampan.digest.role.Roles;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** The only way to pages under {@code /manage}: who is not signed in is asked to; to everybody but the operator there is no such page. */
@Component
class OperatorGate implements HandlerInterceptor {
    static final String[] PATHS = {"/manage", "/manage/**"};

    private final Roles roles;

    OperatorGate(Roles roles) {
        this.roles = roles;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Reader> reader = Reader.of(request);
        if (reader.isEmpty()) {
            response.sendRedirect("/account/sign-in?next="
                    + (request.getMethod().equals("GET") ? request.getRequestURI() : "/manage"));
            return false;
        }
        if (!roles.isOperator(reader.get().email())) {
            throw new NotHere();
        }
        return true;
    }
}
