package org.sampan.digest.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.newsroom.Newsroom;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
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

    @Bean
    PageTemplates pageTemplates(Settings settings) {
        return new PageTemplates(settings.templates().resolve("pages"));
    }

    @Bean
    PageFrame pageFrame(
            Messages messages, ReaderLanguage readerLanguage, Settings settings, Newsroom newsroom, Spelling spelling) {
        PageFrame.Site site = new PageFrame.Site(
                settings.domain(), settings.web().url(), "/assets/sampan.css?v=" + version(settings), ZoneId.of("UTC"));
        return new PageFrame(messages, readerLanguage, site, newsroom, spelling);
    }

    @Bean
    ViewResolver pageViews(PageTemplates templates, PageFrame frame) {
        return new PageViews(templates, frame);
    }

    @Bean
    WebMvcConfigurer assets(Settings settings) {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**")
                        .addResourceLocations(assetFolder(settings).toUri().toString())
                        .setCacheControl(CacheControl.maxAge(KEPT_BY_BROWSERS).cachePublic());
            }
        };
    }

    private static Path assetFolder(Settings settings) {
        return settings.templates().resolve("pages").resolve("assets");
    }

    private static String version(Settings settings) {
        Path style = assetFolder(settings).resolve("sampan.css");
        try {
            return DigestUtils.md5DigestAsHex(Files.readAllBytes(style)).substring(0, 8);
        } catch (IOException e) {
            throw new BadSettings(List.of("cannot read " + style + ": restore it from the release"));
        }
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
