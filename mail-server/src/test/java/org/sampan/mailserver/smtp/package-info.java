/** The client that hands mail to other servers, against real ones that misbehave. */
@NullMarked
package org.sampan.mailserver.smtp;

import org.jspecify.annotations.NullMarked;
