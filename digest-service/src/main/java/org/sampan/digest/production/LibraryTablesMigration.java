package org.sampan.digest.production;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Makes the tables of a library from the script in the library's own jar, in schema {@code digest} like all others.
 *
 * @param arranged what must be changed in the script before it can run inside a migration
 */
record LibraryTablesMigration(String version, String description, String script, UnaryOperator<String> arranged)
        implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public Integer getChecksum() {
        return script.hashCode();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        byte[] text = new ClassPathResource(script).getContentAsByteArray();
        String sql = arranged.apply(new String(text, StandardCharsets.UTF_8));
        ScriptUtils.executeSqlScript(
                context.getConnection(), new ByteArrayResource(sql.getBytes(StandardCharsets.UTF_8)));
    }
}
