/** Processes: started in order, watched, restarted, ended, and found again by a later call. */
@NullMarked
package org.sampan.console.supervise;

import org.jspecify.annotations.NullMarked;
