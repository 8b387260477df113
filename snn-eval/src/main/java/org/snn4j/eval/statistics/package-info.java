/**
 * What a few repetitions of a run allow to say: {@link org.snn4j.eval.statistics.Sample} holds the values of one variant's seeds,
 * {@link org.snn4j.eval.statistics.PairedTest} compares two variants seed by seed, {@link org.snn4j.eval.statistics.Holm} corrects for the
 * number of such comparisons. Student's t distribution is that of Apache Commons Statistics. Nothing here knows of files or tables.
 */
package org.snn4j.eval.statistics;
