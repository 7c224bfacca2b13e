package org.sampan.digest.api;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** {@code /api/**} and {@code /health}: a bearer token or nothing, no cookie, no session. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String UNAUTHORIZED = """
            {"type":"about:blank","title":"Unauthorized","status":401,\
            "detail":"Send the token of <data>/admin.token as Authorization: Bearer"}""";

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, AdminToken token) throws Exception {
        return http.securityMatcher("/api/**", "/health")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(token), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/health")
                        .permitAll()
                        .anyRequest()
                        .hasRole(BearerFilter.OPERATOR))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint((request, response, why) -> refuse(response)))
                .build();
    }

    private static void refuse(HttpServletResponse response) throws java.io.IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("application/problem+json");
        response.getOutputStream().write(UNAUTHORIZED.getBytes(StandardCharsets.UTF_8));
    }
}
