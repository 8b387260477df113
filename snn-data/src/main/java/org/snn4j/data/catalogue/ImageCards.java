package org.snn4j.data.catalogue;

import java.util.List;
import org.snn4j.data.catalogue.DatasetCard.Kind;

/** Cards of the image sets. */
final class ImageCards {
    private static final String NONE = "";

    private ImageCards() {}

    static List<DatasetCard> all() {
        return List.of(mnist(), cifar10(), caltech101(), omniglot());
    }

    private static DatasetCard mnist() {
        String mirror = "https://ossci-datasets.s3.amazonaws.com/mnist/";
        return new DatasetCard(
                "mnist",
                "MNIST",
                Kind.IMAGES,
                "LeCun, Cortes, Burges, The MNIST database of handwritten digits",
                "https://ossci-datasets.s3.amazonaws.com/mnist",
                Licence.unverified("CC BY-SA 3.0", "http://yann.lecun.com/exdb/mnist"),
                List.of(
                        file(mirror, "train-images-idx3-ubyte.gz", "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
                        file(mirror, "train-labels-idx1-ubyte.gz", "d53e105ee54ea40749a09fcbcd1e9432"),
                        file(mirror, "t10k-images-idx3-ubyte.gz", "9fb629c4189551a2d022fa330f9573f3"),
                        file(mirror, "t10k-labels-idx1-ubyte.gz", "ec29112dd5afa0611ce80d1b7f02629c")),
                List.of(),
                List.of("mnist/train-images-idx3-ubyte.gz and mnist/train-labels-idx1-ubyte.gz"),
                "28x28, grey",
                10,
                "60,000 training and 10,000 test images",
                "its own");
    }

    private static DatasetCard cifar10() {
        String page = "https://www.cs.toronto.edu/~kriz/cifar.html";
        return new DatasetCard(
                "cifar-10",
                "CIFAR-10",
                Kind.IMAGES,
                "Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009",
                page,
                Licence.unverified("none; free to use, cite the report", page),
                List.of(file(
                                "https://www.cs.toronto.edu/~kriz/",
                                "cifar-10-binary.tar.gz",
                                "c32a1d4ab5d03f1284b67883e8d87530")
                        .of(170_052_171)),
                List.of(),
                List.of(
                        "cifar-10/data_batch_1.bin to data_batch_5.bin",
                        "cifar-10/train/<class>/<image>.png or .jpg",
                        "cifar-10/<name with train>.zip of such"),
                "32x32, colour",
                10,
                "50,000 training and 10,000 test images",
                "its own");
    }

    private static DatasetCard caltech101() {
        String page = "https://data.caltech.edu/records/mzrjq-6wc02";
        return new DatasetCard(
                "caltech101",
                "Caltech 101",
                Kind.IMAGES,
                "Li, Andreeto, Ranzato, Perona, Caltech 101, CaltechDATA, 2022",
                page,
                Licence.unverified("CC BY 4.0", page),
                List.of(DatasetFile.byHand("caltech-101.zip", "3138e1922a9193bfa496528edbbc45d0")),
                List.of(),
                List.of(
                        "caltech101/101_ObjectCategories/<class>/image_<number>.jpg",
                        "caltech101/101_ObjectCategories*.zip of such"),
                "about 300x200, varying",
                101,
                "8,677 images without the background class",
                NONE);
    }

    private static DatasetCard omniglot() {
        String folder = "https://github.com/brendenlake/omniglot/raw/master/python/";
        String page = "https://github.com/brendenlake/omniglot";
        return new DatasetCard(
                "omniglot",
                "Omniglot",
                Kind.IMAGES,
                "Lake, Salakhutdinov, Tenenbaum, Human-level concept learning through probabilistic program induction,"
                        + " Science, 2015",
                page,
                Licence.unverified("MIT", page),
                List.of(
                        file(folder, "images_background.zip", "68d2efa1b9178cc56df9314c21c6e718"),
                        file(folder, "images_evaluation.zip", "6b91aef0f799c5bb55b94e3f2daec811")),
                List.of(),
                List.of(
                        "omniglot/images_background/<alphabet>/<character>/<name>_<drawer>.png and the same in"
                                + " omniglot/images_evaluation",
                        "omniglot/images_*.zip of such"),
                "105x105, black on white",
                1623,
                "32,460 images, 20 of each character",
                NONE);
    }

    private static DatasetFile file(String folder, String name, String md5) {
        return DatasetFile.at(folder + name, name, md5);
    }
}
