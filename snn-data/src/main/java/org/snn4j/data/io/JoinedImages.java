package org.snn4j.data.io;

import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.image.Picture;

/** Several lists of images of the same classes, one after the other. */
public final class JoinedImages implements LabelledImages {
    private final List<? extends LabelledImages> parts;
    private final int size;

    /** @param parts lists with equal classes, at least one */
    public JoinedImages(List<? extends LabelledImages> parts) {
        Check.atLeast(parts.size(), 1, "number of lists");
        this.parts = List.copyOf(parts);
        for (LabelledImages part : parts) {
            if (!part.classes().equals(parts.get(0).classes())) {
                throw new IllegalArgumentException("classes are " + part.classes() + ", must be "
                        + parts.get(0).classes());
            }
        }
        size = parts.stream().mapToInt(LabelledImages::size).sum();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<String> classes() {
        return parts.get(0).classes();
    }

    @Override
    public int label(int index) {
        int part = part(index);
        return parts.get(part).label(index - start(part));
    }

    @Override
    public String id(int index) {
        int part = part(index);
        return parts.get(part).id(index - start(part));
    }

    @Override
    public Picture picture(int index) {
        int part = part(index);
        return parts.get(part).picture(index - start(part));
    }

    private int part(int index) {
        Check.inRange(index, 0, size - 1, "index");
        int part = 0;
        int end = parts.get(0).size();
        while (index >= end) {
            end += parts.get(++part).size();
        }
        return part;
    }

    private int start(int part) {
        int start = 0;
        for (int i = 0; i < part; i++) {
            start += parts.get(i).size();
        }
        return start;
    }
}
