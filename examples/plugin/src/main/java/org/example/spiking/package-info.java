/** What a third party's jar for SNN4J looks like: a neuron, an objective, and the plug-in that names them. */
package org.example.spiking;
