/**
 * Event recordings and still images as labelled frames: what training sees of data.
 *
 * <p>Files become event streams or pictures ({@code data.io}), these become frames [T, C, H, W] ({@code data.encode}, {@code data.resize}), and a data set
 * hands out {@link org.snn4j.data.FrameSource}s by part ({@code data.dataset}). This package holds only what all of them share.
 */
package org.snn4j.data;
