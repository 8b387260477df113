/**
 * Experiments, what they measure and what they leave behind.
 *
 * <p>Data flow one way: {@code experiment} turns an experiment file into runs and carries them out, {@code metric} measures, {@code run} is the
 * folder a run leaves behind, {@code table} reads such folders and nothing else. A table can therefore show no number that no run backs.
 */
package org.snn4j.eval;
