/**
 * Experiment files: from YAML to checked records, without Guice and without making a single component.
 *
 * <p>Data flow: the text becomes a tree in which every node knows its file, line and path; the files of an {@code extends} chain, the
 * {@code --set} overrides, one variant and one phase are merged into an effective tree; every section of that tree is bound to the record its
 * component declares, keys merged onto {@code DEFAULTS} first. Problems are collected all the way and thrown together in one
 * {@link org.snn4j.core.ConfigurationException}.
 *
 * <p>The YAML is read as parser events rather than through a data binder: a binder forgets where a value stood and whether it was quoted,
 * passes 0 for a missing number, and follows aliases, which a small file can expand to gigabytes.
 */
package org.snn4j.core.config;
