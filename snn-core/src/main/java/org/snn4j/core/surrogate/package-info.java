/**
 * Derivatives that stand in for that of the step function in the backward pass.
 *
 * <p>Each {@link org.snn4j.core.surrogate.SurrogateGradient} also has its primitive, the smooth function it is the derivative of: gradients
 * of whole populations are checked against central differences of the primitive. Several published names denote one function:
 * {@link org.snn4j.core.surrogate.Triangle}, {@link org.snn4j.core.surrogate.TriangleGamma} and
 * {@link org.snn4j.core.surrogate.PiecewiseQuadratic} differ in parametrisation and default only, and all are kept, so that a file can carry
 * the number its paper prints.
 */
package org.snn4j.core.surrogate;
