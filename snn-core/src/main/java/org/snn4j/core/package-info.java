/** What all of SNN4J builds on: named seed streams, checks, references to the literature, parameters, the fold of streams and time. */
package org.snn4j.core;
