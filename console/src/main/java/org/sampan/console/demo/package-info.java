/** The demonstration: a small invented network, loaded into a real installation whose mail goes to the catcher. */
@NullMarked
package org.sampan.console.demo;

import org.jspecify.annotations.NullMarked;
