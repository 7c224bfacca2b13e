/** What people ask of a list by mail: mail alone is enough to use one. */
@NullMarked
package org.sampan.mailserver.command;

import org.jspecify.annotations.NullMarked;
