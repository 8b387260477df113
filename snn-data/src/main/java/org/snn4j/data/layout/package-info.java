/**
 * Where the recordings and images of each data set lie on disk, what they are labelled, and which image a recording shows.
 *
 * <p>A {@link org.snn4j.data.layout.Layout} looks at names and small text files only; recordings are read later, by the
 * {@link org.snn4j.data.layout.RecordingDecoder} that it hands out.
 */
package org.snn4j.data.layout;
