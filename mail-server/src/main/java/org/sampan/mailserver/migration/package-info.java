/** What comes along from another list server: its archive. */
@NullMarked
package org.sampan.mailserver.migration;

import org.jspecify.annotations.NullMarked;
