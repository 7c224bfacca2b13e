package org.sampan.digest.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;

/**
 * The page that says that a form was too large asks for nothing of it: the server would fail again over each field, and
 * nobody would be told anything.
 */
final class UnreadableForms extends HttpFilter {
    static FilterRegistrationBean<UnreadableForms> whenSomethingFailed() {
        FilterRegistrationBean<UnreadableForms> filter = new FilterRegistrationBean<>(new UnreadableForms());
        filter.setDispatcherTypes(DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Form((HttpServletRequest) request), response);
    }

    /** Of which nothing is there when it cannot be read. */
    private static final class Form extends HttpServletRequestWrapper {
        Form(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return read(() -> super.getParameter(name)).orElse(null);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return read(() -> super.getParameterValues(name)).orElse(null);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return read(super::getParameterMap).orElse(Map.of());
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return read(super::getParameterNames).orElse(Collections.emptyEnumeration());
        }

        private static <T> Optional<T> read(Supplier<@Nullable T> part) {
            try {
                return Optional.ofNullable(part.get());
            } catch (IllegalStateException unreadable) {
                return Optional.empty();
            }
        }
    }
}
