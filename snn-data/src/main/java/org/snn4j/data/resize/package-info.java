/**
 * Resizing of pictures and event frames as the published code does it.
 *
 * <p>{@link org.snn4j.data.resize.Interpolation} gives the weights of one axis; {@link org.snn4j.data.resize.PlaneResizer} applies
 * them to float
 * planes (PyTorch's {@code interpolate}), {@link org.snn4j.data.resize.PictureResizer} to 8-bit pictures (Pillow's {@code resize},
 * with its
 * fixed-point arithmetic and rounding between the two passes), {@link org.snn4j.data.resize.PremultipliedResizer} to grey pictures
 * with alpha
 * (Pillow's mode LA). A resizer is made once for a pair of sizes, is immutable and may be used by several threads.
 *
 * <p>The Java runtime's own picture scaling was decided against: it rounds differently, and the networks are sensitive to what the
 * authors fed them.
 */
package org.snn4j.data.resize;
