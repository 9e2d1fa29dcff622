/** Runs an application as a process, and closes what it has opened. */
@NullMarked
package io.creditstream.service.process;

import org.jspecify.annotations.NullMarked;
