package org.snn4j.core.inject;

import com.google.inject.Module;

/**
 * Further bindings of a plug-in for the injectors of experiments. A wrapper, since Guice binds no bare module.
 *
 * @param module the bindings
 * @param perPhase true if they are made anew for each phase
 */
record Collaborators(Module module, boolean perPhase) {}
