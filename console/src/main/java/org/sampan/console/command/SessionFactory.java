package org.sampan.console.command;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes commands that ask for the {@link Session} in their constructor; everything else as picocli does. */
final class SessionFactory implements CommandLine.IFactory {

    private final Session session;

    SessionFactory(Session session) {
        this.session = session;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Session.class) {
                return type.cast(constructor.newInstance(session));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
