/** What the measurements understand and print. */
@NullMarked
package org.sampan.mailserver.bench;

import org.jspecify.annotations.NullMarked;
