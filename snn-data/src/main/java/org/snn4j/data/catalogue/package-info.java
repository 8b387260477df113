/**
 * What is known of each data set without having it: where its files come from, under which licence, how they are laid out. Every statement carries how it is
 * known ({@link org.snn4j.data.catalogue.Evidence}); what nobody checked is never printed as a fact.
 */
package org.snn4j.data.catalogue;
