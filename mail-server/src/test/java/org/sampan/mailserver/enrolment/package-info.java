/** Tests of joining and leaving. */
@NullMarked
package org.sampan.mailserver.enrolment;

import org.jspecify.annotations.NullMarked;
