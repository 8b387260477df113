/**
 * Recordings of any length, window by window. {@link org.snn4j.data.stream.RecordingWindows} reads an open recording ({@link
 * org.snn4j.data.format.EventReader}) chunk by chunk and gives one frame, or one short recording, for each window of a {@link
 * org.snn4j.data.stream.WindowRule}; it keeps a chunk of events and what is collected of one window, whatever the file's size.
 *
 * <p>The rules of {@code data.event} and the encoders need a whole recording, since they divide it by its length; here nobody knows the end.
 */
package org.snn4j.data.stream;
