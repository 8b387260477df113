/**
 * What is measured: accuracies, the confusion matrix and spike rates, each with the number of samples behind it.
 *
 * <p>Accumulators take one sample or one batch at a time, so that the size of a test set does not bound memory.
 */
package org.snn4j.eval.metric;
