package org.snn4j.data.dataset;

import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.data.catalogue.DatasetCard;

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

    /** What the catalogue knows of it: where to get it, under which licence; empty if it is not in the catalogue. */
    default Optional<DatasetCard> card() {
        return Optional.empty();
    }

    /** What is known without reading anything, so that a configuration can be checked against it; empty if nothing is. */
    default Optional<DataOutline> outline() {
        return Optional.empty();
    }

    /**
     * What a data folder holds for this data set, found cheaply and whatever the seed: by the names and sizes of its files.
     *
     * @param folder a data folder as for {@link #open}; null if none was given
     * @return a text for people that differs if the files do; empty if the data are not read from the folder
     * @throws org.snn4j.core.ConfigurationException if the data are not there
     */
    default Optional<String> fingerprint(Path folder) {
        return Optional.empty();
    }
}
