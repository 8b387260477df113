/**
 * Rules that put event frames into the source stream: never, for a whole sequence with a probability that grows during training, or from
 * a random time step on.
 *
 * <p>Each rule answers with one number per sample, see {@link org.snn4j.transfer.mixing.Mixing}; who copies the frames is the trainer.
 * A general mask per time step was decided against: no published rule needs it, and modality labels would have to carry it.
 */
package org.snn4j.transfer.mixing;
