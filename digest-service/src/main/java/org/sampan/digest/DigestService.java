package org.sampan.digest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.production.CronSchedules;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.DeclaredSources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The digest service: one Spring Boot program whose only configuration is the {@code SAMPAN_*} environment. Bad
 * configuration ends it with 78 and one line per problem on standard error.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class DigestService {
    private static final Logger LOGGER = LoggerFactory.getLogger(DigestService.class);
    private static final int BAD_CONFIGURATION = 78;

    public static void main(String[] args) {
        try {
            long begin = System.nanoTime();
            ConfigurableApplicationContext service = start(System.getenv());
            LOGGER.info(
                    "event=started port={} seconds={}",
                    service.getEnvironment().getProperty("local.server.port"),
                    "%.1f".formatted((System.nanoTime() - begin) / 1e9));
        } catch (RuntimeException failure) {
            System.exit(explain(failure));
        }
    }

    /**
     * @throws BadSettings before anything was started, naming every bad key
     */
    public static ConfigurableApplicationContext start(Map<String, String> environment) {
        Settings settings = Settings.from(environment);
        CronSchedules schedules = new CronSchedules();
        List<String> problems = new ArrayList<>();
        SeriesCatalogue catalogue = read(() -> SeriesCatalogue.read(settings, schedules), problems);
        DeclaredSources sources = read(() -> DeclaredSources.read(settings, schedules), problems);
        if (catalogue == null || sources == null) {
            throw new BadSettings(problems);
        }
        SpringApplication application = new SpringApplication(DigestService.class);
        application.setEnvironment(environmentOf(settings));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("settings", Settings.class, () -> settings);
            beans.registerBean("seriesCatalogue", SeriesCatalogue.class, () -> catalogue);
            beans.registerBean("declaredSources", DeclaredSources.class, () -> sources);
        });
        return application.run();
    }

    /** One bad file must not hide the problems of the other. */
    private static <T> @Nullable T read(Supplier<T> reader, List<String> problems) {
        try {
            return reader.get();
        } catch (BadSettings bad) {
            problems.addAll(bad.problems());
            return null;
        }
    }

    /** Neither the shell's environment nor a stray application.properties beside the jar has a say. */
    private static StandardEnvironment environmentOf(Settings settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.config.location", "classpath:/application.properties");
        properties.put("server.address", settings.web().host());
        properties.put("server.port", settings.web().port());
        properties.put(
                "server.tomcat.remoteip.internal-proxies",
                settings.web().proxies().pattern());
        properties.put("spring.datasource.url", settings.database().url());
        properties.put("spring.datasource.username", settings.database().username());
        properties.put("spring.datasource.password", settings.database().password());
        properties.put(
                "spring.freemarker.template-loader-path",
                settings.templates().resolve("pages").toUri() + "");
        environment.getPropertySources().addFirst(new MapPropertySource("sampan", properties));
        return environment;
    }

    private static int explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadSettings bad) {
                say(bad.problems());
                return BAD_CONFIGURATION;
            }
        }
        LOGGER.error("event=start-failed", failure);
        say(List.of("the digest service did not start: " + rootOf(failure)));
        return 1;
    }

    private static void say(List<String> problems) {
        problems.forEach(problem -> System.err.println("sampan: " + problem));
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
