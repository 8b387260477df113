package org.snn4j.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.core.Stream;
import org.snn4j.core.layer.Connection;
import org.snn4j.core.layer.Normalization;

/** Published networks at full size and how many parameters their authors count. */
public final class ParameterCounts {
    private static final int THRESHOLD_AND_WIDTH = 2;
    private static final InputShape DVS_48 = InputShape.of(10, 2, 48, 48);
    private static final InputShape COLOUR_AND_DVS_48 =
            new InputShape(10, Map.of(Stream.SOURCE, 3, Stream.TARGET, 2), 48, 48);

    private ParameterCounts() {}

    /** Networks that the authors' code was run for, in the order of the recorded counts. */
    public static List<ParameterCount> recorded() {
        return List.of(
                he(
                        "Transfer_VGG_SNN, 101 classes, T=10",
                        "he2024-vgg",
                        vgg(Sharing.PER_STREAM),
                        DVS_48,
                        101,
                        10,
                        new ParameterCount.Authors(10_153_684, 10_153_700)),
                he(
                        "Transfer_ResNet18, 20 classes, T=6",
                        "he2024-resnet18",
                        new He2024ResNet18(He2024ResNet18.Config.DEFAULTS),
                        InputShape.of(6, 2, 48, 48),
                        20,
                        6,
                        new ParameterCount.Authors(11_187_886, 11_187_924)),
                he(
                        "Transfer_SCNN, T=12",
                        "he2024-scnn",
                        new He2024Scnn(He2024Scnn.Config.DEFAULTS),
                        InputShape.of(12, 2, 28, 28),
                        1623,
                        12,
                        new ParameterCount.Authors(696_585, 696_591)),
                he(
                        "VGG_SNN, 101 classes, T=10",
                        "he2024-vgg, head: shared",
                        vgg(Sharing.SHARED),
                        DVS_48,
                        101,
                        0,
                        new ParameterCount.Authors(9_688_165, 9_688_181)),
                he(
                        "VGG_SNN, 10 classes, T=10",
                        "he2024-vgg, head: shared",
                        vgg(Sharing.SHARED),
                        DVS_48,
                        10,
                        0,
                        new ParameterCount.Authors(9_268_746, 9_268_762)),
                he(
                        "Transfer_NMNIST_SNN, 10 classes, T=10",
                        "he2024-n-mnist",
                        new He2024NMnist(He2024NMnist.Config.DEFAULTS),
                        InputShape.of(10, 2, 34, 34),
                        10,
                        10,
                        new ParameterCount.Authors(17_339_346, 17_339_356)),
                r2(
                        "R2ETL VGGSNN, 10 classes, 48x48",
                        "r2etl-vgg-pooled",
                        new R2etlVggPooled(R2etlVggPooled.Config.DEFAULTS),
                        10,
                        10_409_802),
                r2(
                        "R2ETL VGGSNNwoAP, 10 classes, 48x48",
                        "r2etl-vgg-strided",
                        new R2etlVggStrided(R2etlVggStrided.Config.DEFAULTS),
                        10,
                        10_409_802),
                r2(
                        "R2ETL VGGSNNwoAP, 100 classes, 48x48",
                        "r2etl-vgg-strided",
                        new R2etlVggStrided(R2etlVggStrided.Config.DEFAULTS),
                        100,
                        10_432_932));
    }

    /** {@link #recorded} and the networks whose authors' count is not known. */
    public static List<ParameterCount> all() {
        List<ParameterCount> all = new ArrayList<>(recorded());
        TetVgg.Config tet = TetVgg.Config.DEFAULTS;
        List<String> pooled = List.of("64", "128", "P", "256", "256", "P", "512", "512", "P", "512", "512", "P");
        all.add(unknown("TET VGGSNNwoAP, 10 classes, 48x48", "tet-vgg", new TetVgg(tet), DVS_48, 10));
        all.add(unknown(
                "TET VGGSNN, 10 classes, 48x48",
                "tet-vgg, layers pooled",
                new TetVgg(new TetVgg.Config(pooled, tet.normalization(), tet.encoding(), tet.head())),
                DVS_48,
                10));
        all.add(unknown(
                "TEBN on VGGSNN, 10 classes, 48x48",
                "tet-vgg, layers pooled, normalization: temporal-effective",
                new TetVgg(
                        new TetVgg.Config(pooled, Normalization.Mode.TEMPORAL_EFFECTIVE, tet.encoding(), tet.head())),
                DVS_48,
                10));
        all.add(unknown(
                "NDA vgg11, 10 classes, 48x48", "nda-vgg11", new NdaVgg11(NdaVgg11.Config.DEFAULTS), DVS_48, 10));
        all.add(unknown(
                "SEW-ResNet-18, ImageNet, 1000 classes",
                "sew-resnet18, stem: large",
                sew(SewResNet18.Stem.LARGE),
                InputShape.of(4, 3, 224, 224),
                1000));
        all.add(unknown("SEW-ResNet-18, 10 classes, 48x48", "sew-resnet18", sew(SewResNet18.Stem.SMALL), DVS_48, 10));
        return List.copyOf(all);
    }

    private static ParameterCount he(
            String network,
            String component,
            Architecture architecture,
            InputShape input,
            int classes,
            int coefficients,
            ParameterCount.Authors authors) {
        return new ParameterCount(
                network,
                component,
                architecture,
                input,
                classes,
                coefficients,
                THRESHOLD_AND_WIDTH,
                Optional.of(authors));
    }

    private static ParameterCount r2(
            String network, String component, Architecture architecture, int classes, long count) {
        return new ParameterCount(
                network,
                component,
                architecture,
                COLOUR_AND_DVS_48,
                classes,
                0,
                0,
                Optional.of(new ParameterCount.Authors(count, count)));
    }

    private static ParameterCount unknown(
            String network, String component, Architecture architecture, InputShape input, int classes) {
        return new ParameterCount(network, component, architecture, input, classes, 0, 0, Optional.empty());
    }

    private static He2024Vgg vgg(Sharing head) {
        return new He2024Vgg(new He2024Vgg.Config(He2024Vgg.Config.DEFAULTS.layers(), head));
    }

    private static SewResNet18 sew(SewResNet18.Stem stem) {
        SewResNet18.Config defaults = SewResNet18.Config.DEFAULTS;
        return new SewResNet18(
                new SewResNet18.Config(defaults.width(), defaults.blocks(), Connection.ADD, stem, defaults.head()));
    }
}
