package org.snn4j.data.twin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Data sets that have a twin; the constants know its size. */
public enum TwinSet {
    /** CIFAR10-DVS in its original AEDAT 2.0 files, with a batch of CIFAR-10. */
    CIFAR10_DVS(10) {
        @Override
        long files(int recordings) {
            return 10L * recordings + 1;
        }

        @Override
        void write(Path folder, TwinFolder.Content content) throws IOException {
            SortedTwins.cifar10Dvs(folder, content, new TwinStudio(content, 32, 128, 128, GREY));
        }
    },
    /** N-Caltech101 with a few classes, and images of Caltech 101. */
    N_CALTECH101(SortedTwins.CALTECH.size()) {
        @Override
        long files(int recordings) {
            return 2L * classes() * recordings;
        }

        @Override
        void write(Path folder, TwinFolder.Content content) throws IOException {
            SortedTwins.nCaltech101(folder, content, new TwinStudio(content, 64, 240, 180, GREY));
        }
    },
    /** CEP-DVS with its images and its table. */
    CEP_DVS(20) {
        @Override
        long files(int recordings) {
            return 2L * classes() * recordings + 1;
        }

        @Override
        void write(Path folder, TwinFolder.Content content) throws IOException {
            SortedTwins.cepDvs(folder, content, new TwinStudio(content, 32, 346, 260, GREY));
        }
    },
    /** N-Omniglot with three alphabets of four characters, and images of Omniglot. */
    N_OMNIGLOT(SampledTwins.ALPHABETS.size() * SampledTwins.CHARACTERS) {
        @Override
        long files(int recordings) {
            return (long) classes() * (2 + recordings);
        }

        @Override
        void write(Path folder, TwinFolder.Content content) throws IOException {
            SampledTwins.nOmniglot(folder, content, new TwinStudio(content, 105, 346, 260, WHITE));
        }
    },
    /** DVS128 Gesture with one file for each recording of all classes. */
    DVS128_GESTURE(11) {
        @Override
        long files(int recordings) {
            return 2L * recordings + 2;
        }

        @Override
        void write(Path folder, TwinFolder.Content content) throws IOException {
            SampledTwins.dvs128Gesture(folder, content, new TwinStudio(content, 32, 128, 128, GREY));
        }
    },
    /** ASL-DVS. */
    ASL_DVS(24) {
        @Override
        long files(int recordings) {
            return (long) classes() * recordings;
        }

        @Override
        void write(Path folder, TwinFolder.Content content) throws IOException {
            SortedTwins.aslDvs(folder, content, new TwinStudio(content, 32, 240, 180, GREY));
        }
    },
    /** N-CARS; half as many test recordings again. */
    N_CARS(2) {
        @Override
        long files(int recordings) {
            return 2L * (recordings + recordings / 2);
        }

        @Override
        void write(Path folder, TwinFolder.Content content) throws IOException {
            SortedTwins.nCars(folder, content, new TwinStudio(content, 32, 120, 100, GREY));
        }
    };

    /** Luminance around drawings. */
    private static final int WHITE = 255;
    /** Luminance around painted pictures, near that of their grounds. */
    private static final int GREY = 55;

    private final int classes;

    TwinSet(int classes) {
        this.classes = classes;
    }

    /** Number of its classes. */
    public int classes() {
        return classes;
    }

    /** Name of the data set. */
    public String setName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Number of files of a twin with so many recordings of each class. */
    abstract long files(int recordings);

    abstract void write(Path folder, TwinFolder.Content content) throws IOException;
}
