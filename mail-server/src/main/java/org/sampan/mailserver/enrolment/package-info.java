/** Joining and leaving by one's own wish, whichever way it is asked for: pages, REST or mail. */
@NullMarked
package org.sampan.mailserver.enrolment;

import org.jspecify.annotations.NullMarked;
