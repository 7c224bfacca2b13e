package org.sampan.mailserver.admin;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.prometheus.client.Collector;
import java.util.Optional;
import org.apache.james.webadmin.FixedPortSupplier;
import org.apache.james.webadmin.RandomPortSupplier;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.WebAdminConfiguration;
import org.apache.james.webadmin.authentication.AuthenticationFilter;
import org.apache.james.webadmin.authentication.NoAuthenticationFilter;
import org.apache.james.webadmin.mdc.RequestId;
import org.apache.james.webadmin.mdc.RequestLogger;
import spark.Request;

/** The REST interface, on the loopback address only. */
public final class AdminModule extends AbstractModule {
    private static final int THREADS = 24;

    private final int port;
    private final AdminToken token;

    /** @param port 0: any free one */
    public AdminModule(int port, AdminToken token) {
        this.port = port;
        this.token = token;
    }

    @Override
    protected void configure() {
        bind(AdminToken.class).toInstance(token);
        // AdminRoutes asks for the token before every route, James's public ones too.
        bind(AuthenticationFilter.class).to(NoAuthenticationFilter.class);
        bind(WebAdminConfiguration.class)
                .toInstance(WebAdminConfiguration.builder()
                        .enabled()
                        .corsDisabled()
                        .host("127.0.0.1")
                        .port(port == 0 ? new RandomPortSupplier() : new FixedPortSupplier(port))
                        .maxThreadCount(Optional.of(THREADS))
                        .minThreadCount(Optional.of(2))
                        .build());
        Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(AdminRoutes.class);
        routes.addBinding().to(HealthRoutes.class);
        routes.addBinding().to(MetricsRoutes.class);
        Multibinder.newSetBinder(binder(), HealthPart.class);
        Multibinder.newSetBinder(binder(), Collector.class);
        Multibinder.newSetBinder(binder(), RequestLogger.class).addBinding().to(BodiesStayUnread.class);
    }

    /** James logs bodies, which hold passwords and messages, and reads them whole, though an import may be long. */
    private static final class BodiesStayUnread implements RequestLogger {
        @Override
        public boolean applies(Request request) {
            return true;
        }

        @Override
        public void log(Request request, RequestId id) {
            // nothing: routes log what happened, not what was said
        }
    }
}
