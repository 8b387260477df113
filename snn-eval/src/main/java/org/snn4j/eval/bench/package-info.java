/**
 * Timing of training as users run it.
 *
 * <p>{@link org.snn4j.eval.bench.Bench} makes the objects of a run as {@link org.snn4j.eval.experiment.TrainingRun} does and lets the trainer take as many
 * steps as were asked for, on pairs drawn like those of an epoch; {@link org.snn4j.eval.bench.StepTimes} listens. Nothing is written and the network is thrown
 * away. A loop of its own would be shorter, but would measure something that nobody runs.
 */
package org.snn4j.eval.bench;
