/** What {@code ./sampan} runs: it starts and stops the programs, and speaks to them over REST. */
@NullMarked
package org.sampan.console;

import org.jspecify.annotations.NullMarked;
