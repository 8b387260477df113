/**
 * Simulated data: digits drawn with a pen of random width and slant, and an event sensor that sees them through three saccades.
 *
 * <p>{@link org.snn4j.data.simulate.DigitPainter} draws a picture, {@link org.snn4j.data.simulate.SaccadeSensor} records it,
 * {@link org.snn4j.data.simulate.SimulatedFolder} writes both in the file formats of MNIST and N-MNIST, so that the same readers and splits serve
 * simulated and recorded data. Nothing here is taken from recorded data; whatever is computed from it is to be called simulated.
 */
package org.snn4j.data.simulate;
