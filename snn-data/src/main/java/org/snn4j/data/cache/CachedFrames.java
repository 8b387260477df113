package org.snn4j.data.cache;

import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.data.FrameShape;
import org.snn4j.data.FrameSource;

/** The samples of a recipe in a store. */
public final class CachedFrames implements FrameSource {
    private final Recipe recipe;
    private final FrameStore store;

    CachedFrames(Recipe recipe, FrameStore store) {
        this.recipe = Check.notNull(recipe, "recipe");
        this.store = store;
    }

    /** What they were made from. */
    public Recipe recipe() {
        return recipe;
    }

    /** Memory or disk that they take. */
    public long bytes() {
        return store.bytes();
    }

    @Override
    public boolean inFiles() {
        return true;
    }

    @Override
    public int size() {
        return store.size();
    }

    @Override
    public FrameShape shape() {
        return recipe.shape();
    }

    @Override
    public List<String> classes() {
        return recipe.classes();
    }

    @Override
    public int label(int index) {
        return recipe.samples().get(index).label();
    }

    @Override
    public String id(int index) {
        return recipe.samples().get(index).id();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        store.read(index, target, offset, recipe.repeats());
    }
}
