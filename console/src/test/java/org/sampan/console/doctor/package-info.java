/** The doctor, with servers on loopback that are well or ill. */
@NullMarked
package org.sampan.console.doctor;

import org.jspecify.annotations.NullMarked;
