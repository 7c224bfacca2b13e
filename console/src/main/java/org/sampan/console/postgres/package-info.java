/** The embedded PostgreSQL: unpacked, created and run as a child process, durable, on the loopback address only. */
@NullMarked
package org.sampan.console.postgres;

import org.jspecify.annotations.NullMarked;
