package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.snn4j.core.Check;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.aedat.Aedat2Format;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.io.Cifar10File;
import org.snn4j.data.simulate.GeneratedFolder;

/**
 * CIFAR10-DVS: {@code cifar10-dvs/<class>/} with the original AEDAT 2.0 files, tonic's AEDAT 4 files or MATLAB files, numbered by their names; images: the
 * training part of CIFAR-10. Which image a recording shows was never published.
 */
public final class Cifar10DvsLayout implements Layout {
    private static final List<String> FOLDERS =
            List.of("cifar10-dvs", "CIFAR10DVS", "CIFAR10-DVS", "cifar10-dvs/CIFAR10DVS", "cifar10-dvs/extract", "");
    private static final String[] SUFFIXES = {".aedat", ".aedat4", ".mat"};

    /** Rows and columns of the sensor. */
    public static final int SIDE = 128;

    private final RecordingDecoder decoder;

    /** How an address of an AEDAT 2.0 file becomes a pixel. */
    public enum Address {
        /** Upright, as SpikingJelly and He et al. read it. */
        UPRIGHT(Aedat2Format.Layout.DVS128),
        /** On its side, as the Matlab code behind TET and R2ETL reads it. */
        MATLAB(Aedat2Format.Layout.DVS128_MATLAB);

        private final Aedat2Format.Layout layout;

        Address(Aedat2Format.Layout layout) {
            this.layout = layout;
        }
    }

    /**
     * @param address how an address of an AEDAT 2.0 file becomes a pixel
     * @param order what to do where time goes backward
     */
    public Cifar10DvsLayout(Address address, ReadSettings.Order order) {
        ReadSettings settings = Decoders.settings(SIDE, SIDE, order);
        Aedat2Format original = new Aedat2Format(Check.notNull(address, "address").layout);
        decoder = Decoders.byEnd(Map.of(
                ".aedat", Decoders.of(original, settings),
                ".aedat4", Decoders.any(settings),
                ".mat", Decoders.any(settings)));
    }

    @Override
    public Holdings find(Path data, Stills stills) throws IOException {
        DatasetCard card = DatasetCards.of("cifar10-dvs");
        Path root = Places.folder(data, card);
        List<String> classes = Cifar10File.CLASSES;
        Path folder = Places.require(
                root,
                FOLDERS,
                place -> classes.stream().allMatch(name -> Files.isDirectory(place.resolve(name))),
                card);
        List<Recording> recordings = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            List<Recording> found = new ArrayList<>();
            for (Path file : Places.files(folder.resolve(classes.get(label)), SUFFIXES)) {
                int number = Places.number(file);
                if (number < 0) {
                    problems.add("data: " + file + " has no number in its name, as in cifar10_bird_17.aedat");
                }
                found.add(Recording.whole(file, Places.relative(root, file), label, number));
            }
            found.sort(Comparator.comparingInt(Recording::number).thenComparing(Recording::path));
            recordings.addAll(found);
        }
        Listing.refuse(problems);
        LabelledImages images = StillChoice.open(stills, root, classes, () -> ImageSets.cifar10(root));
        return new Holdings(root, classes, recordings, images, decoder, GeneratedFolder.isGenerated(root));
    }
}
