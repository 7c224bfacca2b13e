/** Keeps each post as received and as sent, before it is sent. */
@NullMarked
package org.sampan.mailserver.archive;

import org.jspecify.annotations.NullMarked;
