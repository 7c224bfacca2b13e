/** Tests. */
@NullMarked
package org.sampan.mailserver.archive;

import org.jspecify.annotations.NullMarked;
