internal import Files

/// Why a file of an exchange format, or a text, was not read or not written.
public enum Refusal: Hashable, Sendable {
  /// It cannot be opened, read or written.
  case unreadable
  /// Its bytes are no text in its encoding, or the encoding is not read.
  case encoding
  /// It breaks the rules of its format.
  case malformed
  /// It names a user-defined or external entity; none is expanded.
  case entity
  /// It goes over a limit of `ReadingLimits`; the limit's name.
  case limit(String)
  /// Its container or format is not read.
  case unsupported
  /// Neither content nor name tells its format; the names of those that are read.
  case unknownFormat(known: [String])
  /// It was read for its translation units, and holds something else.
  case noUnits(holds: Content)
  /// Nothing says the language of the translations.
  case languageMissing
  /// It has a character or structure that the format to write cannot hold.
  case unwritable

  /// What a file holds that has no translation units.
  public enum Content: Hashable, Sendable { case glossary, rules, plainText }
}

extension Refusal {
  /// Nil if the reader of our output went away, which is no fault of the file.
  init?(_ reason: FileError.Reason) {
    switch reason {
    case .file: self = .unreadable
    case .encoding: self = .encoding
    case .malformed: self = .malformed
    case .entity: self = .entity
    case .limit(let name): self = .limit(name.rawValue)
    case .unsupported: self = .unsupported
    case .unknownFormat(let known): self = .unknownFormat(known: known)
    case .noUnits(.glossary): self = .noUnits(holds: .glossary)
    case .noUnits(.rules): self = .noUnits(holds: .rules)
    case .noUnits(.plainText): self = .noUnits(holds: .plainText)
    case .languageMissing: self = .languageMissing
    case .unwritable: self = .unwritable
    case .closedPipe: return nil
    }
  }
}
