/** Tests. */
@NullMarked
package org.sampan.mailserver.content;

import org.jspecify.annotations.NullMarked;
