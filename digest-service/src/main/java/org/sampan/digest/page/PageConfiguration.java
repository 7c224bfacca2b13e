package org.sampan.digest.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.newsroom.Newsroom;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires templates, texts and the style sheet of one installation. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {
    private static final Duration KEPT_BY_BROWSERS = Duration.ofDays(365);

    @Bean
    Messages messages(Settings settings) {
        return new Messages(settings.templates().resolve("messages"));
    }

    @Bean
    ReaderLanguage localeResolver(Messages messages) {
        return new ReaderLanguage(messages.languages());
    }

    /** A form with too large a file is not read a second time, to say that it is too large. */
    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
            }
        };
    }

    @Bean
    FilterRegistrationBean<UnreadableForms> unreadableForms() {
        return UnreadableForms.whenSomethingFailed();
    }

    @Bean
    PageTemplates pageTemplates(Settings settings) {
        return new PageTemplates(settings.templates().resolve("pages"));
    }

    @Bean
    PageFrame pageFrame(
            Messages messages, ReaderLanguage readerLanguage, Settings settings, Newsroom newsroom, Spelling spelling) {
        PageFrame.Site site = new PageFrame.Site(
                settings.domain(),
                settings.web().url(),
                assets(settings),
                settings.web().timezone());
        return new PageFrame(messages, readerLanguage, site, newsroom, spelling);
    }

    @Bean
    ViewResolver pageViews(PageTemplates templates, PageFrame frame) {
        return new PageViews(templates, frame);
    }

    @Bean
    WebMvcConfigurer assetsAreServed(Settings settings) {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**")
                        .addResourceLocations(assets(settings).folder().toUri().toString(), Assets.HTMX)
                        .setCacheControl(CacheControl.maxAge(KEPT_BY_BROWSERS).cachePublic());
            }
        };
    }

    private static Assets assets(Settings settings) {
        return new Assets(settings.templates().resolve("pages").resolve("assets"));
    }

    private record PageViews(PageTemplates templates, PageFrame frame) implements ViewResolver, Ordered {
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public @Nullable View resolveViewName(String name, Locale language) {
            return templates.has(name) ? new PageView(name, templates, frame) : null;
        }
    }
}
