/** Tests. */
@NullMarked
package org.sampan.mailserver.fanout;

import org.jspecify.annotations.NullMarked;
