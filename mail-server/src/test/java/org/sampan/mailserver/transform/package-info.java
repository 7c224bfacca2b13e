/** Tests. */
@NullMarked
package org.sampan.mailserver.transform;

import org.jspecify.annotations.NullMarked;
