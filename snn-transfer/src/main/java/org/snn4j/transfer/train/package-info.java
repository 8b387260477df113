/**
 * Training and scoring of one network.
 *
 * <p>{@link org.snn4j.transfer.train.Trainer} runs the {@link org.snn4j.transfer.train.Phase}s of a {@link org.snn4j.transfer.train.TrainingJob} in order on one
 * network. Each epoch: the pairing rule orders the pairs; batches are read and prepared one ahead on a second thread; the network runs forward, the method gives
 * value and gradients, the network runs backward and makes its optimizer step, and so do the objectives' own parameters. Every random draw comes from a stream
 * named after phase, epoch and batch, so reading ahead changes no bit. Trainer, network and what a run left behind
 * ({@link org.snn4j.transfer.train.TrainingResult}, {@link org.snn4j.transfer.train.Checkpoint}) are three things; the trainer keeps no state between jobs.
 */
package org.snn4j.transfer.train;
