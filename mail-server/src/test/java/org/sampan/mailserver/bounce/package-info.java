/** Tests. */
@NullMarked
package org.sampan.mailserver.bounce;

import org.jspecify.annotations.NullMarked;
