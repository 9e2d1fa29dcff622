/** Reads the settings that all applications share from environment variables. */
@NullMarked
package io.creditstream.service.config;

import org.jspecify.annotations.NullMarked;
