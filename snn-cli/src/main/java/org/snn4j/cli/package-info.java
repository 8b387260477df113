/**
 * The program {@code snn}: one class per command, each a thin face over the modules to its left.
 *
 * <p>Everything a command needs from outside comes in through {@link org.snn4j.cli.Surroundings}, so tests run commands in their own
 * process. Results go to the standard output, progress and complaints to the standard error. Exit codes: 0 done, 1 failure, 2 wrong
 * usage or input, 130 interrupted. Commands touch ND4J only when they run, so help and version need no native library.
 */
package org.snn4j.cli;
