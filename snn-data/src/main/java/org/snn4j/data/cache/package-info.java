/**
 * Frames that are prepared once and kept in files.
 *
 * <p>A {@link org.snn4j.data.cache.Recipe} says everything that the frames of one part of a data set follow from: the digests of the recordings, the
 * representation with its parameters, event transforms, geometry, and the version of the code. Its SHA-256 is the name of two files: {@code KEY.frames}
 * with the packed samples, and {@code KEY.json}, the marker, which is written last and holds the length of the first and the hash of its index.
 * {@link org.snn4j.data.cache.FrameCache} finds them, or has a {@link org.snn4j.data.cache.Preparation} make them. What has no marker, or does not agree with
 * it, is never read: it is made anew, with the same bytes. {@link org.snn4j.data.cache.CachedFrames} reads the file through the system's page cache.
 *
 * <p>Decided against: a file per sample (opening a file costs more than making the frames of a short recording), compression beyond leaving out zeros
 * (unpacking would cost more than making the frames), and trusting names or times of files (only the hash of the bytes says that they are the same).
 */
package org.snn4j.data.cache;
