/**
 * Simulated data.
 *
 * <p>The general simulator: an {@link org.snn4j.data.simulate.EventSimulator} turns a {@link org.snn4j.data.simulate.Scene} into events. A scene is an
 * {@link org.snn4j.data.simulate.ImageSequence} or a {@link org.snn4j.data.simulate.MovingPicture}, which is a picture that a
 * {@link org.snn4j.data.simulate.Motion} moves before the sensor; {@link org.snn4j.data.simulate.PictureRecorder} does all of it for many pictures.
 *
 * <p>The embedded data: {@link org.snn4j.data.simulate.DigitPainter} draws a digit with a pen of random width and slant,
 * {@link org.snn4j.data.simulate.SaccadeSensor}, older and simpler than the general simulator and kept so that these data stay as they are, records it,
 * {@link org.snn4j.data.simulate.SimulatedFolder} writes both in the file formats of MNIST and N-MNIST, so that the same readers and splits serve
 * simulated and recorded data. Whatever is computed from it is to be called simulated.
 */
package org.snn4j.data.simulate;
