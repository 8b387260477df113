package org.snn4j.data.dataset;

import jakarta.inject.Inject;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.layout.NCarsLayout;
import org.snn4j.data.layout.Stills;
import org.snn4j.data.split.OwnSplit;
import org.snn4j.data.twin.TwinSet;

/**
 * N-CARS: cars and background, split as the publisher does.
 *
 * <p>The set was not made from images.
 */
@Reference(
        title =
                "Sironi et al., HATS: Histograms of Averaged Time Surfaces for Robust Event-Based Object Classification (2018)",
        link = "https://www.prophesee.ai/dataset-n-cars-download/")
public final class NCars extends CatalogueDataset {
    /**
     * @param share part of the training recordings that is trained on, in (0, 1]
     * @param validation part of the share that is held back for validation, in [0, 1)
     * @param images still images drawn from those allowed, in the proportions of the classes; 0 for all
     * @param leftOut training recordings outside the share that are scored, at most
     * @param minimum recordings of each class to train on, at least
     * @param stills still images: {@code none}, or the name of a folder below the data folder with one folder of images per class
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
            ReadSettings.Order order,
            boolean simulated,
            TwinSize twin) {
        public static final Config DEFAULTS =
                new Config(1, 0, 0, 2000, 1, Stills.NONE, ReadSettings.Order.STRICT, false, new TwinSize(40, 1));

        public Config {
            DrawSettings.nested(share, validation, images, leftOut, minimum);
            new Stills(stills);
            Check.notNull(order, "order");
            Check.notNull(twin, "twin");
        }
    }

    @Inject
    public NCars(Config config) {
        super(parts(config));
    }

    private static Parts parts(Config config) {
        return new Parts(
                "n-cars",
                new NCarsLayout(config.order()),
                new Stills(config.stills()),
                new OwnSplit(OwnSplit.Config.DEFAULTS),
                DrawSettings.nested(
                        config.share(), config.validation(), config.images(), config.leftOut(), config.minimum()),
                NCarsLayout.WIDTH,
                NCarsLayout.HEIGHT,
                config.simulated() ? Optional.of(config.twin().of(TwinSet.N_CARS)) : Optional.empty());
    }
}
