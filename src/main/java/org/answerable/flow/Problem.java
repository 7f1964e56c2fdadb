package org.answerable.flow;

/**
 * What is wrong in a file that people write.
 *
 * @param line from 1
 * @param column from 1
 * @param message what is wrong, and what to do
 */
public record Problem(String file, int line, int column, String message)
    implements Comparable<Problem> {
  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
