/** Everything an installation must not lose, in one file: written while it runs, tried and put back on a blank machine. */
@NullMarked
package org.sampan.console.backup;

import org.jspecify.annotations.NullMarked;
