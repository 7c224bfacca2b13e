/** What all REST routes share: the token, problem answers, health and metrics. */
@NullMarked
package org.sampan.mailserver.admin;

import org.jspecify.annotations.NullMarked;
