package org.snn4j.data.dataset;

import jakarta.inject.Inject;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.layout.Cifar10DvsLayout;
import org.snn4j.data.layout.Stills;
import org.snn4j.data.split.FirstOfClass;
import org.snn4j.data.split.SplitRule;
import org.snn4j.data.twin.TwinSet;

/**
 * CIFAR10-DVS recordings and the images of CIFAR-10.
 *
 * <p>The set has no split of its own; usually the first 900 recordings of each class train. Which image a recording shows was never published: whether training
 * sees an image of a test recording cannot be checked, and the manifest counts the recordings concerned.
 */
@Reference(
        title = "Li et al., CIFAR10-DVS: An Event-Stream Dataset for Object Classification (2017)",
        link = "10.3389/fnins.2017.00309")
public final class Cifar10Dvs extends CatalogueDataset {
    /**
     * @param share part of the training recordings that is trained on, in (0, 1]
     * @param validation part of the share that is held back for validation, in [0, 1)
     * @param images still images drawn from those allowed, in the proportions of the classes; 0 for all
     * @param leftOut training recordings outside the share that are scored, at most
     * @param minimum recordings of each class to train on, at least
     * @param stills still images: {@code own} for the training part of CIFAR-10, {@code none}, or the name of a folder below the data folder with one folder of images per class
     * @param address how an address of the original files becomes a pixel
     * @param order what to do where time goes backward
     * @param simulated true for the simulated twin; the data folder is not used then
     * @param twin size of the simulated twin
     */
    public record Config(
            double share,
            double validation,
            int images,
            int leftOut,
            int minimum,
            String stills,
            Cifar10DvsLayout.Address address,
            ReadSettings.Order order,
            boolean simulated,
            TwinSize twin) {
        public static final Config DEFAULTS = new Config(
                1,
                0,
                0,
                2000,
                1,
                Stills.OWN,
                Cifar10DvsLayout.Address.UPRIGHT,
                ReadSettings.Order.STRICT,
                false,
                new TwinSize(20, 1));

        public Config {
            DrawSettings.nested(share, validation, images, leftOut, minimum);
            new Stills(stills);
            Check.notNull(address, "address");
            Check.notNull(order, "order");
            Check.notNull(twin, "twin");
        }
    }

    @Inject
    public Cifar10Dvs(Config config) {
        super(parts(config));
    }

    private static Parts parts(Config config) {
        return new Parts(
                "cifar10-dvs",
                new Cifar10DvsLayout(config.address(), config.order()),
                new Stills(config.stills()),
                usual(config),
                DrawSettings.nested(
                        config.share(), config.validation(), config.images(), config.leftOut(), config.minimum()),
                Cifar10DvsLayout.SIDE,
                Cifar10DvsLayout.SIDE,
                config.simulated() ? Optional.of(config.twin().of(TwinSet.CIFAR10_DVS)) : Optional.empty());
    }

    /** The first 900 of each 1,000; of a twin the same part. */
    private static SplitRule usual(Config config) {
        int train = config.simulated() ? Math.max(1, config.twin().recordings() * 9 / 10) : 900;
        return new FirstOfClass(new FirstOfClass.Config(train, 0));
    }
}
