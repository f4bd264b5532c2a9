/// Bounds that keep a hostile file from eating the machine. All can be raised.
public struct ReadingLimits: Hashable, Sendable {
  /// What is bounded.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    case depth
    case attributeBytes = "attribute-bytes"
    case attributes, names
    case nameBytes = "name-bytes"
    case segmentBytes = "segment-bytes"
    case declarationBytes = "declaration-bytes"
    case inflationRatio = "inflation-ratio"
    case inflatedBytes = "inflated-bytes"
    case patternDepth = "pattern-depth"
  }

  /// Elements inside one another.
  public var depth = 256
  /// UTF-8 bytes of one attribute's value.
  public var attributeBytes = 1 << 20
  /// Attributes of one element.
  public var attributes = 1_000
  /// Different names of elements and attributes in one file.
  public var names = 1 << 16
  /// UTF-8 bytes of one name.
  public var nameBytes = 4096
  /// UTF-8 bytes of one segment, term, property or note, with what stands inside it.
  public var segmentBytes = 16 << 20
  /// UTF-8 bytes of a document type declaration.
  public var declarationBytes = 1 << 20
  /// Bytes out for one byte in, of a compressed file.
  public var inflationRatio = 100
  /// Bytes out of a compressed file.
  public var inflatedBytes = 4 << 30
  /// Parentheses inside one another in a regular expression.
  public var patternDepth = 250

  /// The usual bounds.
  public init() {}

  /// The value of a limit by its name, for a command's option.
  public subscript(name: Name) -> Int {
    get { self[keyPath: Self.path(name)] }
    set { self[keyPath: Self.path(name)] = newValue }
  }

  private static func path(_ name: Name) -> WritableKeyPath<ReadingLimits, Int> {
    switch name {
    case .depth: \.depth
    case .attributeBytes: \.attributeBytes
    case .attributes: \.attributes
    case .names: \.names
    case .nameBytes: \.nameBytes
    case .segmentBytes: \.segmentBytes
    case .declarationBytes: \.declarationBytes
    case .inflationRatio: \.inflationRatio
    case .inflatedBytes: \.inflatedBytes
    case .patternDepth: \.patternDepth
    }
  }
}
