package org.snn4j.data.image;

import java.util.List;

/** A fixed list of labelled still images; safe for several reading threads. */
public interface LabelledImages {
    /** Number of images. */
    int size();

    /** Class names, by label. */
    List<String> classes();

    /** Class of an image, in [0, classes). */
    int label(int index);

    /** What a person would call the image, for instance {@code train-images-idx3-ubyte.gz#00001}. */
    String id(int index);

    /** The image; may be decoded at each call. */
    Picture picture(int index);
}
