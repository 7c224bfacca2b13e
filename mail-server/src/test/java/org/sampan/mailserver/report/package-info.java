/** Tests. */
@NullMarked
package org.sampan.mailserver.report;

import org.jspecify.annotations.NullMarked;
