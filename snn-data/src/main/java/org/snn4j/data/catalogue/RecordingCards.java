package org.snn4j.data.catalogue;

import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.data.catalogue.DatasetCard.Kind;

/** Cards of the event data sets; figures as read in the loaders of tonic and SpikingJelly and on the publishers' pages. */
final class RecordingCards {
    private static final String MENDELEY = "https://data.mendeley.com/public-files/datasets/";
    private static final String FIGSHARE = "https://ndownloader.figshare.com/files/";
    private static final List<String> CIFAR_CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
    private static final int[] CIFAR_FILES = {
        7712788, 7712791, 7712794, 7712812, 7712815, 7712818, 7712842, 7712851, 7712836, 7712839
    };
    private static final String[] CIFAR_MD5 = {
        "0afd5c4bf9ae06af762a77b180354fdd",
        "8438dfeba3bc970c94962d995b1b9bdd",
        "a9c207c91c55b9dc2002dc21c684d785",
        "52c63c677c2b15fa5146a8daf4d56687",
        "b6bf21f6c04d21ba4e23fc3e36c8a4a3",
        "f379ebdf6703d16e0a690782e62639c3",
        "cad6ed91214b1c7388a5f6ee56d08803",
        "e7cbbf77bec584ffbf913f00e682782a",
        "41c7bd7d6b251be82557c6cce9a7d5c9",
        "89f3922fd147d9aeff89e76a2b0b70a7"
    };
    private static final String SACCADES =
            "Orchard, Jayawant, Cohen, Thakor, Converting Static Image Datasets to Spiking Neuromorphic Datasets Using"
                    + " Saccades, Frontiers in Neuroscience 9:437, 2015";

    private RecordingCards() {}

    static List<DatasetCard> all() {
        return List.of(
                nMnist(), cifar10Dvs(), nCaltech101(), cepDvs(), nOmniglot(), dvs128Gesture(), aslDvs(), nCars());
    }

    private static DatasetCard nMnist() {
        String page = "https://www.garrickorchard.com/datasets/n-mnist";
        String folder = MENDELEY + "468j46mzdv/files/";
        return new DatasetCard(
                "n-mnist",
                "N-MNIST",
                Kind.RECORDINGS,
                SACCADES,
                page,
                Licence.read("CC BY-SA 4.0", page),
                List.of(
                        DatasetFile.at(
                                folder + "39c25547-014b-4137-a934-9d29fa53c7a0/file_downloaded",
                                "train.zip",
                                "20959b8e626244a1b502305a9e6e2031"),
                        DatasetFile.at(
                                folder + "05a4d654-7e03-4c15-bdfa-9bb2bcbea494/file_downloaded",
                                "Test.zip",
                                "69ca8762b2fe404d9b9bad1103e97832")),
                List.of(),
                List.of("n-mnist/Train/<digit>/<index>.bin and n-mnist/Test/<digit>/<index>.bin"),
                "ATIS, 34x34",
                10,
                "60,000 training and 10,000 test recordings",
                "its own");
    }

    private static DatasetCard cifar10Dvs() {
        String page = "https://figshare.com/articles/dataset/CIFAR10-DVS_New/4724671";
        return new DatasetCard(
                "cifar10-dvs",
                "CIFAR10-DVS",
                Kind.RECORDINGS,
                "Li, Liu, Ji, Li, Shi, CIFAR10-DVS: An Event-Stream Dataset for Object Classification, Frontiers in"
                        + " Neuroscience 11:309, 2017",
                page,
                Licence.unverified("CC BY 4.0", page),
                IntStream.range(0, CIFAR_FILES.length)
                        .mapToObj(i ->
                                DatasetFile.at(FIGSHARE + CIFAR_FILES[i], CIFAR_CLASSES.get(i) + ".zip", CIFAR_MD5[i]))
                        .toList(),
                List.of(DatasetFile.at(
                        "https://figshare.com/ndownloader/files/38023437",
                        "CIFAR10DVS.zip",
                        "ce3a4a0682dc0943703bd8f749a7701c")),
                List.of(
                        "cifar10-dvs/<class>/cifar10_<class>_<0..999>.aedat",
                        "cifar10-dvs/<class>/<name with number>.aedat4",
                        "cifar10-dvs/<class>/<number>.mat"),
                "DVS128, 128x128",
                10,
                "10,000 recordings, 1,000 of each class",
                "none of its own; the first 900 of each class train (first-of-class)");
    }

    private static DatasetCard nCaltech101() {
        String page = "https://www.garrickorchard.com/datasets/n-caltech101";
        return new DatasetCard(
                "n-caltech101",
                "N-Caltech101",
                Kind.RECORDINGS,
                SACCADES,
                page,
                Licence.read("CC BY 4.0", page),
                List.of(DatasetFile.at(
                        MENDELEY + "cy6cvx3ryv/files/36b5c52a-b49d-4853-addb-a836a8883e49/file_downloaded",
                        "N-Caltech101-archive.zip",
                        "66201824eabb0239c7ab992480b50ba3")),
                List.of(),
                List.of("n-caltech101/Caltech101/<class>/image_<number>.bin"),
                "ATIS, nominally 240x180, varying from recording to recording",
                101,
                "8,709 recordings",
                "none of its own; the first 90 percent of each class train, half a recording rounded to even (he2024)");
    }

    private static DatasetCard cepDvs() {
        String page = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS/issues/2";
        return new DatasetCard(
                "cep-dvs",
                "CEP-DVS",
                Kind.RECORDINGS,
                "Learning from Images: A Distillation Learning Framework for Event Cameras, IEEE Transactions on Image"
                        + " Processing, 2021 (IEEE 9426390)",
                page,
                Licence.unverified("", page),
                List.of(),
                List.of(),
                List.of(
                        "cep-dvs/pathFile.csv, cep-dvs/data/MAT/img/<number>.mat and cep-dvs/data/img/<number>.<png or jpg>"),
                "sensor not stated",
                20,
                "10,000 recordings, 500 of each class, each with its image",
                "none of its own; of each class the first half trains, the next fifth is tested on (he2024-cep)");
    }

    private static DatasetCard nOmniglot() {
        String page = "https://doi.org/10.6084/m9.figshare.16821427";
        return new DatasetCard(
                "n-omniglot",
                "N-Omniglot",
                Kind.RECORDINGS,
                "Li, Dong, Zhao, Zeng, N-Omniglot, a large-scale neuromorphic dataset for spatio-temporal sparse"
                        + " few-shot learning, Scientific Data 9:746, 2022",
                page,
                Licence.unverified("CC BY 4.0", page),
                List.of(),
                List.of(),
                List.of("n-omniglot/dvs_background/<alphabet>/<character>/<name>.aedat4 with <name>.csv beside it, and"
                        + " the same in n-omniglot/dvs_evaluation"),
                "DAVIS346, 346x260",
                1623,
                "32,460 recordings, 20 of each character",
                "the first 15 of each 20 train (n-omniglot)");
    }

    private static DatasetCard dvs128Gesture() {
        String page = "https://ibm.ent.box.com/s/3hiq58ww1pbbjrinh367ykfdf60xsfm8";
        return new DatasetCard(
                "dvs128-gesture",
                "DVS128 Gesture",
                Kind.RECORDINGS,
                "Amir et al., A Low Power, Fully Event-Based Gesture Recognition System, CVPR 2017",
                page,
                Licence.unverified("CC BY 4.0", "LICENSE.txt in the archive"),
                List.of(DatasetFile.byHand("DvsGesture.tar.gz", "8a5c71fb11e24e5ca5b11866ca6c00a1")),
                List.of(),
                List.of("dvs128-gesture/DvsGesture/<user>_<light>.aedat with <user>_<light>_labels.csv beside it,"
                        + " trials_to_train.txt and trials_to_test.txt"),
                "DVS128, 128x128",
                11,
                "1,176 training and 288 test recordings by the label files",
                "its own, by user");
    }

    private static DatasetCard aslDvs() {
        String page = "https://github.com/PIX2NVS/NVS2Graph";
        return new DatasetCard(
                "asl-dvs",
                "ASL-DVS",
                Kind.RECORDINGS,
                "Bi et al., Graph-Based Object Classification for Neuromorphic Vision Sensing, ICCV 2019",
                page,
                Licence.unverified("", page),
                List.of(DatasetFile.byHand("ICCV2019_DVS_dataset.zip", "")),
                List.of(),
                List.of("asl-dvs/<letter>/<name with number>.mat"),
                "DAVIS240c, 240x180",
                24,
                "recordings of hands that show the letters A to Y without J",
                "none that was verified; a random 80 percent of each class trains here (random)");
    }

    private static DatasetCard nCars() {
        String page = "https://www.prophesee.ai/dataset-n-cars-download/";
        return new DatasetCard(
                "n-cars",
                "N-CARS",
                Kind.RECORDINGS,
                "Sironi et al., HATS: Histograms of Averaged Time Surfaces for Robust Event-Based Object"
                        + " Classification, CVPR 2018",
                page,
                Licence.unverified("", page),
                List.of(DatasetFile.byHand("Prophesee_Dataset_n_cars.zip", "553ce464d6e5e617b3c21ce27c19368e")),
                List.of(),
                List.of("n-cars/train/<background or cars>/<name>.dat and n-cars/test/<background or cars>/<name>.dat"),
                "ATIS, cut to at most 120x100",
                2,
                "clips of 0.1 s",
                "its own");
    }
}
