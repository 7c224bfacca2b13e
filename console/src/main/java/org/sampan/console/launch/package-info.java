/** What Sampan consists of on this machine, and how it is started, stopped and looked at. */
@NullMarked
package org.sampan.console.launch;

import org.jspecify.annotations.NullMarked;
