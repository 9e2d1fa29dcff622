/** Programs in processes of their own and brokers that die, for the tests of all modules. */
package io.creditstream.cluster.process;
