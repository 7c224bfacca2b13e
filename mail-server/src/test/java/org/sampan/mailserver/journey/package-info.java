/** The whole server over real SMTP, REST and PostgreSQL: what a journey sees, and the journeys. */
@NullMarked
package org.sampan.mailserver.journey;

import org.jspecify.annotations.NullMarked;
