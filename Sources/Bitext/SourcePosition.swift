/// A place in a file: what every error and finding points at.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it; "-" is standard input.
  public let file: String
  /// 1-based. 0 where the whole file is meant.
  public let line: Int
  /// 1-based, in Unicode scalars. 0 where the whole line is meant.
  public let column: Int

  /// A place; what is 0 is not known.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, without the parts that are not known.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}

extension SourcePosition: Comparable {
  /// By file, then line, then column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
