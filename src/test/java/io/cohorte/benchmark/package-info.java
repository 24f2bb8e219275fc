/**
 * Speed and memory, each measured in the same run as its reference, in turns, by medians:
 * {@code ./mvnw -Pbenchmark verify}, or one of them with {@code -Dbenchmark=moves}.
 *
 * <p>Each prints a table, then a line a case with its ratio: ours over the reference, higher is better.
 */
@NullMarked
package io.cohorte.benchmark;

import org.jspecify.annotations.NullMarked;
