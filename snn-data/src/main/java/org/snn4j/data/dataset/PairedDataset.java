package org.snn4j.data.dataset;

/** Event recordings together with still images of the same classes. */
public interface PairedDataset {
    /** True if the recordings come from a simulated sensor; then every result made with them says so. */
    boolean simulated();

    /**
     * Reads, splits and encodes the data; the same context gives the same data bit for bit.
     *
     * @throws org.snn4j.core.ConfigurationException if the data are missing, hold recordings that cannot be read (all are listed), do
     *     not fit what was asked for, or need more memory than there is
     * @throws org.snn4j.data.DataFormatException if an image file is damaged
     */
    PairedData open(DatasetContext context);
}
