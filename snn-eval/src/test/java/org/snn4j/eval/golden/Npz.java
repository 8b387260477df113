package org.snn4j.eval.golden;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads NumPy's {@code .npz}: a zip file of {@code .npy} arrays. */
public final class Npz {
    private static final String SUFFIX = ".npy";

    private Npz() {}

    /** All arrays of a file by name, in the order of the file. */
    public static Map<String, NpyArray> read(Path file) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (!name.endsWith(SUFFIX)) {
                    throw new IOException(file + ": entry " + name + " is no npy array");
                }
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                arrays.put(
                        name.substring(0, name.length() - SUFFIX.length()), NpyArray.parse(bytes, file + "!" + name));
            }
        }
        return arrays;
    }
}
