/** Rosters and settings as other list servers hand them out, read into what our programs take. Nothing of them is ever run. */
@NullMarked
package org.sampan.console.moving;

import org.jspecify.annotations.NullMarked;
