/** Tests. */
@NullMarked
package org.sampan.mailserver.receive;

import org.jspecify.annotations.NullMarked;
