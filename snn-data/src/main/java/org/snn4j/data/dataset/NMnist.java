package org.snn4j.data.dataset;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.io.MnistImages;

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
            Check.greaterThan(share, 0, "share");
            Check.inRange(share, 0, 1, "share");
            Check.inRange(validation, 0, Math.nextDown(1.0), "validation");
            Check.atLeast(images, 0, "images");
            Check.atLeast(leftOut, 0, "left-out");
            Check.atLeast(minimum, 1, "minimum");
        }
    }

    private final Config config;

    @Inject
    public NMnist(Config config) {
        this.config = config;
    }

    @Override
    public boolean simulated() {
        return false;
    }

    @Override
    public Optional<DataOutline> outline() {
        return Optional.of(outline("n-mnist"));
    }

    DataOutline outline(String name) {
        Set<String> parts = new LinkedHashSet<>(Set.of(PairedData.TEST));
        if (config.validation() > 0) {
            parts.add(PairedData.VALIDATION);
        }
        if (config.share() < 1 && config.leftOut() > 0) {
            parts.add(PairedData.LEFT_OUT);
        }
        return new DataOutline(name, NMnistFolder.SENSOR, NMnistFolder.SENSOR, NMnistFolder.CLASSES, parts);
    }

    @Override
    public Optional<String> fingerprint(Path folder) {
        try {
            return Optional.of(NMnistFolder.locate(folder).fingerprint());
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
        NMnistFolder folder = NMnistFolder.locate(context.folder());
        try {
            MnistImages pictures = folder.trainingImages();
            NMnistSplit split = NMnistSplit.draw(
                    config, folder.list("Train"), folder.list("Test"), pictures, context.protocol(), context.seeds());
            return new NMnistEncoding(context, pictures).encode(split, name, simulated || folder.generated());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the data in " + context.folder() + ": " + e.getMessage(), e);
        }
    }
}
