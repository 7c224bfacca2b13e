@NullMarked
package org.sampan.digest.settings;

import org.jspecify.annotations.NullMarked;
