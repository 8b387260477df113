/**
 * Learning from images and events together: what the terms of the loss and the rules of mixing know about a step of training.
 *
 * <p>Mixing decides what the source stream shows ({@link org.snn4j.transfer.Mixture}), the network runs, objectives turn its signals into gradients;
 * {@code transfer.method} puts these together and {@code transfer.train} repeats it.
 */
package org.snn4j.transfer;
