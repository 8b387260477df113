package org.snn4j.data.dataset;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.core.Reference;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.layout.NMnistLayout;
import org.snn4j.data.layout.Stills;
import org.snn4j.data.split.OwnSplit;

/**
 * N-MNIST recordings and the MNIST images that they show.
 *
 * <p>Training recordings are drawn from {@code Train} in the proportions of the classes; {@code Test} is scored as it is. The still images are MNIST's
 * training images: under the protocol {@code paper} all of them, under {@code clean} without those that a scored (validation or left-out) recording
 * shows; a recording that is neither trained on nor scored hides nothing.
 * Test recordings show MNIST's test images, which are never trained on.
 */
@Reference(
        title =
                "Orchard et al., Converting Static Image Datasets to Spiking Neuromorphic Datasets Using Saccades (2015)",
        link = "https://www.garrickorchard.com/datasets/n-mnist")
public final class NMnist implements PairedDataset {
    /**
     * @param share part of the training recordings that is trained on, in (0, 1]
     * @param validation part of the share that is held back for validation, in [0, 1)
     * @param images still images drawn from those allowed, in the proportions of the classes; 0 for all
     * @param leftOut training recordings outside the share that are scored, at most
     * @param minimum recordings of each class to train on, at least
     */
    public record Config(double share, double validation, int images, int leftOut, int minimum) {
        public static final Config DEFAULTS = new Config(1, 0, 0, 2000, 1);

        public Config {
            new DrawSettings(share, validation, images, leftOut, minimum, DrawSettings.Rounding.LARGEST_REMAINDER);
        }

        /** Shares of earlier results depend on this rounding. */
        private DrawSettings draw() {
            return new DrawSettings(
                    share, validation, images, leftOut, minimum, DrawSettings.Rounding.LARGEST_REMAINDER);
        }
    }

    private final Config config;
    private final NMnistLayout layout = new NMnistLayout();

    @Inject
    public NMnist(Config config) {
        this.config = config;
    }

    @Override
    public boolean simulated() {
        return false;
    }

    @Override
    public Optional<DatasetCard> card() {
        return DatasetCards.find("n-mnist");
    }

    @Override
    public Optional<DataOutline> outline() {
        return Optional.of(outline("n-mnist"));
    }

    DataOutline outline(String name) {
        return CatalogueDataset.outline(
                name, NMnistLayout.SENSOR, NMnistLayout.SENSOR, NMnistLayout.CLASSES, config.draw());
    }

    @Override
    public Optional<String> fingerprint(Path folder) {
        try {
            return Optional.of(layout.fingerprint(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the data in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Also a folder of simulated recordings can be given; its note is then found, and the data say so. */
    @Override
    public PairedData open(DatasetContext context) {
        return open(context, "n-mnist", simulated());
    }

    /** Opens a folder in the formats of N-MNIST and MNIST under another name. */
    PairedData open(DatasetContext context, String name, boolean simulated) {
        CatalogueDataset.Parts parts = new CatalogueDataset.Parts(
                "n-mnist",
                layout,
                new Stills(Stills.OWN),
                new OwnSplit(OwnSplit.Config.DEFAULTS),
                config.draw(),
                NMnistLayout.SENSOR,
                NMnistLayout.SENSOR,
                Optional.empty());
        return CatalogueDataset.open(context, parts, name, simulated);
    }
}
