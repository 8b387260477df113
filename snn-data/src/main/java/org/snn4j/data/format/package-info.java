/**
 * File formats of event recordings: recognised by content, read as a stream of checked events, written where a public layout exists.
 *
 * <p>{@link org.snn4j.data.format.RecordingFormats} knows all of them. A reader never needs memory beyond a bound that follows from what it was asked to
 * read at once, and answers every damaged file with a {@link org.snn4j.data.DataFormatException} that names the file and the byte.
 */
package org.snn4j.data.format;
