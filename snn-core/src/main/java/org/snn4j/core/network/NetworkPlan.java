package org.snn4j.core.network;

/** Layers of a network in order, before they exist. */
public final class NetworkPlan {}
