package org.snn4j.core.network;

/** A network topology: says which layers there are; {@link Network} builds them. */
public interface Architecture {
    /**
     * @param input what the network sees
     * @param classes K
     * @return the layers in order
     */
    NetworkPlan plan(InputShape input, int classes);
}
