package org.sampan.digest.page;

import org.sampan.digest.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * How pages are kept safe: nothing but our own style sheet and images is loaded, forms carry a token, and a session
 * begins only by signing in. Who may see a page is asked by the page itself.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** The newsroom has scripts of ours, which spare clicks, and shows mails in frames; nothing needs either. */
    private static final String DESK_CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
                    + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), interest-cohort=()";

    @Bean
    @Order(90)
    SecurityFilterChain deskChain(HttpSecurity http, CsrfTokenRepository formTokens, SecurityContextRepository contexts)
            throws Exception {
        return guarded(http.securityMatcher("/desk", "/desk/**"), DESK_CONTENT_SECURITY_POLICY, contexts)
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .build();
    }

    @Bean
    @Order(100)
    SecurityFilterChain pageChain(HttpSecurity http, CsrfTokenRepository formTokens, SecurityContextRepository contexts)
            throws Exception {
        return guarded(http, CONTENT_SECURITY_POLICY, contexts)
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens)
                        // Whoever knows the secret in these links may act; mail programs post here without a cookie.
                        .ignoringRequestMatchers(
                                "/leave/**", "/confirm/**", "/preferences/**", "/authorship/**", "/resume/**"))
                .logout(logout -> logout.logoutUrl("/account/sign-out").logoutSuccessUrl("/"))
                .build();
    }

    private static HttpSecurity guarded(HttpSecurity http, String contentPolicy, SecurityContextRepository contexts)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frames -> frames.deny())
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY)))
                .securityContext(security -> security.securityContextRepository(contexts))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable);
    }

    /** No text has such a character, and the database takes none: who sends one means no good. */
    @Bean
    HttpFirewall noNulInForms() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    CookieSerializer sessionCookie(Settings settings) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("session");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(isHttps(settings));
        return cookie;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** In a cookie, so that showing a form needs no session. */
    @Bean
    CsrfTokenRepository formTokens(Settings settings) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("form");
        tokens.setCookieCustomizer(cookie ->
                cookie.httpOnly(true).sameSite("Lax").secure(isHttps(settings)).path("/"));
        return tokens;
    }

    private static boolean isHttps(Settings settings) {
        return "https".equals(settings.web().url().getScheme());
    }
}
