/** Programs that tests start as processes of their own; also for the tests of other modules. */
package io.creditstream.cluster.process;
