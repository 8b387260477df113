package org.snn4j.data.dataset;

import jakarta.inject.Inject;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.layout.NCaltech101Layout;
import org.snn4j.data.layout.Stills;
import org.snn4j.data.split.He2024Rule;
import org.snn4j.data.twin.TwinSet;

/**
 * N-Caltech101 recordings and the images of Caltech 101 that they show.
 *
 * <p>The set has no split of its own; usually the first 90 percent of each class train, as He et al. round it. Recording and image of the same class and number
 * are taken to be twins: under the protocol {@code clean} no image that a scored recording shows is trained on.
 */
@Reference(
        title =
                "Orchard et al., Converting Static Image Datasets to Spiking Neuromorphic Datasets Using Saccades (2015)",
        link = "https://www.garrickorchard.com/datasets/n-caltech101")
public final class NCaltech101 extends CatalogueDataset {
    /**
     * @param share part of the training recordings that is trained on, in (0, 1]
     * @param validation part of the share that is held back for validation, in [0, 1)
     * @param images still images drawn from those allowed, in the proportions of the classes; 0 for all
     * @param leftOut training recordings outside the share that are scored, at most
     * @param minimum recordings of each class to train on, at least
     * @param stills still images: {@code own} for the images of Caltech 101, {@code none}, or the name of a folder below the data folder with one folder of images per class
     * @param background whether the class of pictures without an object is used: He et al. have it, R2ETL has not
     * @param overflow what a record in row 240 means
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
            boolean background,
            AtisFormat.Overflow overflow,
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
                true,
                AtisFormat.Overflow.MARKED,
                ReadSettings.Order.STRICT,
                false,
                new TwinSize(10, 1));

        public Config {
            DrawSettings.nested(share, validation, images, leftOut, minimum);
            new Stills(stills);
            Check.notNull(overflow, "overflow");
            Check.notNull(order, "order");
            Check.notNull(twin, "twin");
        }
    }

    @Inject
    public NCaltech101(Config config) {
        super(parts(config));
    }

    private static Parts parts(Config config) {
        return new Parts(
                "n-caltech101",
                new NCaltech101Layout(config.background(), config.overflow(), config.order()),
                new Stills(config.stills()),
                new He2024Rule(He2024Rule.Config.DEFAULTS),
                DrawSettings.nested(
                        config.share(), config.validation(), config.images(), config.leftOut(), config.minimum()),
                NCaltech101Layout.WIDTH,
                NCaltech101Layout.HEIGHT,
                config.simulated() ? Optional.of(config.twin().of(TwinSet.N_CALTECH101)) : Optional.empty());
    }
}
