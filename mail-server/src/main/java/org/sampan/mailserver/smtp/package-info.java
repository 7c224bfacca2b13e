/** The client that hands mail to other servers: one dialogue on one connection. */
@NullMarked
package org.sampan.mailserver.smtp;

import org.jspecify.annotations.NullMarked;
