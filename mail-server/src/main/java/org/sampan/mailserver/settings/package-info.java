/** What the operator chose, read once from the environment and typed. */
@NullMarked
package org.sampan.mailserver.settings;

import org.jspecify.annotations.NullMarked;
