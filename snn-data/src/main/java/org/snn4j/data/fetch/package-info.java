/**
 * Downloads of data sets: resumed where they were cut, verified, unpacked inside their folder, visible only when complete. Needs no Guice.
 *
 * <p>{@link org.snn4j.data.fetch.Downloader} gets one file, {@link org.snn4j.data.fetch.Unpacker} opens an archive, {@link
 * org.snn4j.data.fetch.DatasetFetch} makes a whole folder of them.
 */
package org.snn4j.data.fetch;
