/** Settings: declared once, given by flags, environment or a file, printed without secrets. */
@NullMarked
package io.creditstream.service.config;

import org.jspecify.annotations.NullMarked;
