package org.sampan.digest.production;

import java.util.function.UnaryOperator;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables that Spring Batch and Quartz keep their state in. */
@Configuration(proxyBeanMethods = false)
class LibraryTables {
    @Bean
    JavaMigration batchTables() {
        return new LibraryTablesMigration(
                "202611220501",
                "spring batch",
                "org/springframework/batch/core/schema-postgresql.sql",
                UnaryOperator.identity());
    }

    /** Quartz's script ends its own transaction, which is Flyway's to end. */
    @Bean
    JavaMigration quartzTables() {
        return new LibraryTablesMigration(
                "202611220502",
                "quartz",
                "org/quartz/impl/jdbcjobstore/tables_postgres.sql",
                script -> script.replaceAll("(?im)^\\s*commit\\s*;", ""));
    }
}
