/** Tests of what people ask by mail. */
@NullMarked
package org.sampan.mailserver.command;

import org.jspecify.annotations.NullMarked;
