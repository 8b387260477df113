/**
 * Readers and writers of recording files.
 *
 * <p>Reading has two layers: a decoder that turns bytes into columns exactly as the published readers do, and a reader that also refuses
 * what no sensor can have recorded, naming file and byte ({@link org.snn4j.data.DataFormatException}).
 */
package org.snn4j.data.io;
