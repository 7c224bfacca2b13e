/** The database: pool, migrations, and the one place that knows it is PostgreSQL. */
@NullMarked
package org.sampan.mailserver.storage;

import org.jspecify.annotations.NullMarked;
