package org.snn4j.data.dataset;

import jakarta.inject.Inject;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;
import org.snn4j.data.layout.CepDvsLayout;
import org.snn4j.data.layout.Stills;
import org.snn4j.data.split.He2024CepRule;
import org.snn4j.data.twin.TwinSet;

/**
 * CEP-DVS recordings and the images that they show.
 *
 * <p>The set has no split of its own; usually half of each class trains and the next fifth is tested on, as at He et al. The sensor is stated nowhere: width and
 * height bound it, and an encoder that fits the frame to the recording makes them matter little.
 */
@Reference(
        title = "Learning from Images: A Distillation Learning Framework for Event Cameras (2021)",
        link = "https://ieeexplore.ieee.org/document/9426390")
public final class CepDvs extends CatalogueDataset {
    /**
     * @param share part of the training recordings that is trained on, in (0, 1]
     * @param validation part of the share that is held back for validation, in [0, 1)
     * @param images still images drawn from those allowed, in the proportions of the classes; 0 for all
     * @param leftOut training recordings outside the share that are scored, at most
     * @param minimum recordings of each class to train on, at least
     * @param stills still images: {@code own} for the images that were recorded, {@code none}, or the name of a folder below the data folder with one folder of images per class
     * @param width columns that events must lie in
     * @param height rows that events must lie in
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
            int width,
            int height,
            ReadSettings.Order order,
            boolean simulated,
            TwinSize twin) {
        public static final Config DEFAULTS = new Config(
                1, 0, 0, 2000, 1, Stills.OWN, 346, 260, ReadSettings.Order.STRICT, false, new TwinSize(10, 1));

        public Config {
            DrawSettings.nested(share, validation, images, leftOut, minimum);
            new Stills(stills);
            new Sensor(width, height);
            Check.notNull(order, "order");
            Check.notNull(twin, "twin");
        }
    }

    @Inject
    public CepDvs(Config config) {
        super(parts(config));
    }

    private static Parts parts(Config config) {
        return new Parts(
                "cep-dvs",
                new CepDvsLayout(new Sensor(config.width(), config.height()), config.order()),
                new Stills(config.stills()),
                new He2024CepRule(He2024CepRule.Config.DEFAULTS),
                DrawSettings.nested(
                        config.share(), config.validation(), config.images(), config.leftOut(), config.minimum()),
                config.width(),
                config.height(),
                config.simulated() ? Optional.of(config.twin().of(TwinSet.CEP_DVS)) : Optional.empty());
    }
}
