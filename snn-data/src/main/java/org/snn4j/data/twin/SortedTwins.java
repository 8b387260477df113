package org.snn4j.data.twin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.aedat.Aedat2Format;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.format.prophesee.DatFormat;
import org.snn4j.data.image.Picture;
import org.snn4j.data.io.Cifar10File;
import org.snn4j.data.layout.CepDvsLayout;

/** Twins whose recordings are one file each. */
final class SortedTwins {
    /** Classes of the twin of N-Caltech101. */
    static final List<String> CALTECH =
            List.of("BACKGROUND_Google", "Faces_easy", "Leopards", "Motorbikes", "accordion", "airplanes", "anchor");

    private static final List<String> LETTERS = List.of("abcdefghiklmnopqrstuvwxy".split(""));
    /** Name of the format of CEP-DVS and ASL-DVS. */
    private static final String MATLAB = "matlab";

    private SortedTwins() {}

    /** Images of the batch: first those that recordings show, in the order of the recordings, then as many again. */
    static void cifar10Dvs(Path folder, TwinFolder.Content content, TwinStudio studio) throws IOException {
        List<String> classes = Cifar10File.CLASSES;
        int shown = content.classes() * content.recordings();
        Aedat2Format format = new Aedat2Format(Aedat2Format.Layout.DVS128);
        TwinStudio.each(shown, i -> {
            String name = classes.get(i % classes.size());
            EventStream events = studio.recording(studio.painted(i % classes.size(), "" + i), "" + i);
            TwinStudio.write(
                    format,
                    folder.resolve("cifar10-dvs/" + name + "/cifar10_" + name + "_" + i / classes.size() + ".aedat"),
                    events);
        });
        byte[] batch = new byte[2 * shown * (1 + 3 * 32 * 32)];
        for (int i = 0, at = 0; i < 2 * shown; i++) {
            batch[at++] = (byte) (i % classes.size());
            Picture picture = studio.painted(i % classes.size(), "" + i);
            for (int channel = 0; channel < 3; channel++) {
                for (int pixel = 0; pixel < 32 * 32; pixel++) {
                    batch[at++] = (byte) picture.value(pixel / 32, pixel % 32, channel);
                }
            }
        }
        Files.createDirectories(folder.resolve("cifar-10"));
        Files.write(folder.resolve("cifar-10/data_batch_1.bin"), batch);
    }

    static void nCaltech101(Path folder, TwinFolder.Content content, TwinStudio studio) {
        AtisFormat format = new AtisFormat(AtisFormat.Overflow.MARKED);
        TwinStudio.each(CALTECH.size() * content.recordings(), i -> {
            int label = i / content.recordings();
            String name = String.format(Locale.ROOT, "%s/image_%04d", CALTECH.get(label), i % content.recordings() + 1);
            Picture picture = studio.painted(label, name);
            PictureFiles.write(folder.resolve("caltech101/101_ObjectCategories/" + name + ".jpg"), picture);
            TwinStudio.write(
                    format,
                    folder.resolve("n-caltech101/Caltech101/" + name + ".bin"),
                    studio.recording(picture, name));
        });
    }

    /** Classes lie in blocks, as in the original. */
    static void cepDvs(Path folder, TwinFolder.Content content, TwinStudio studio) throws IOException {
        RecordingFormat format = RecordingFormats.standard().named(MATLAB);
        StringBuilder table = new StringBuilder("path\n");
        for (int i = 0; i < content.classes() * content.recordings(); i++) {
            table.append("row of image ")
                    .append(i)
                    .append(' ')
                    .append(CepDvsLayout.CLASSES.get(i / content.recordings()))
                    .append('\n');
        }
        TwinStudio.each(content.classes() * content.recordings(), i -> {
            Picture picture = studio.painted(i / content.recordings(), "" + i);
            PictureFiles.write(folder.resolve("cep-dvs/data/img/" + i + ".png"), picture);
            TwinStudio.write(
                    format, folder.resolve("cep-dvs/data/MAT/img/" + i + ".mat"), studio.recording(picture, "" + i));
        });
        Files.write(folder.resolve("cep-dvs/pathFile.csv"), table.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Rows count from the bottom. */
    static void aslDvs(Path folder, TwinFolder.Content content, TwinStudio studio) {
        RecordingFormat format = RecordingFormats.standard().named(MATLAB);
        TwinStudio.each(LETTERS.size() * content.recordings(), i -> {
            int label = i / content.recordings();
            String name = LETTERS.get(label);
            EventStream events = studio.recording(studio.painted(label, "" + i), "" + i);
            TwinStudio.write(
                    format,
                    folder.resolve(String.format(
                            Locale.ROOT, "asl-dvs/%s/%s_%04d.mat", name, name, i % content.recordings() + 1)),
                    events.flipped());
        });
    }

    static void nCars(Path folder, TwinFolder.Content content, TwinStudio studio) {
        int tests = content.recordings() / 2;
        List<String> classes = List.of("background", "cars");
        DatFormat format = new DatFormat();
        TwinStudio.each(2 * (content.recordings() + tests), i -> {
            int number = i / 2;
            String part = number < content.recordings() ? "train" : "test";
            TwinStudio.write(
                    format,
                    folder.resolve(String.format(
                            Locale.ROOT, "n-cars/%s/%s/obj_%06d_td.dat", part, classes.get(i % 2), number)),
                    studio.recording(studio.painted(i % 2, "" + i), "" + i));
        });
    }
}
