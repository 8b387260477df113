/**
 * AEDAT 4, the recordings of iniVation's DV software.
 *
 * <p>A file is a version line, a header (a FlatBuffer with the kind of compression, the place of the packet table and XML that names the streams), packets
 * (stream, size, compressed FlatBuffer) and the packet table. {@code FlatTable} reads FlatBuffers by position with every bound checked, {@code StreamInfo} the
 * XML, {@code Codec} the compression. LZ4 blocks are decoded by {@code Lz4Blocks} of our own, since DV links the blocks of a frame, which the maintained
 * libraries refuse or do slowly.
 */
package org.snn4j.data.format.aedat4;
