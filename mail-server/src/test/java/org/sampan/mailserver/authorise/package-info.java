/** Tests. */
@NullMarked
package org.sampan.mailserver.authorise;

import org.jspecify.annotations.NullMarked;
