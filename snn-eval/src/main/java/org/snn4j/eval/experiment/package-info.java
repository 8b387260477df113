/**
 * Experiments: a matrix of independent runs, variants by seeds, and the program that carries them out.
 *
 * <p>{@link org.snn4j.eval.experiment.Experiment} turns a resolved file into {@link org.snn4j.eval.experiment.PlannedRun}s and checks what concerns
 * the whole. {@link org.snn4j.eval.experiment.ExperimentRunner} goes through them: it holds a run's lock, passes over finished runs, refuses
 * folders made with another configuration, and keeps one failing run from hiding the others. What a run does is
 * {@link org.snn4j.eval.experiment.RunWork}; {@link org.snn4j.eval.experiment.TrainingRun} opens the data, makes the network, trains, scores and
 * writes. Objects come from a {@link org.snn4j.eval.experiment.RunAssembly}, so this package knows no injector.
 */
package org.snn4j.eval.experiment;
