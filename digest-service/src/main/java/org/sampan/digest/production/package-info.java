/** The conductor: jobs that call one stage after the other, their schedules, and how far each run has come. */
@NullMarked
package org.sampan.digest.production;

import org.jspecify.annotations.NullMarked;
