package import Bitext
package import Files
internal import Markup

/// Reads a translation memory, TMX 1.1 to 1.4b, one unit at a time, holding only that one.
///
/// UTF-8, UTF-16 and the encodings that the declaration may name; plain, gzip or zip. Everything is kept as it stands:
/// attributes and inline elements known and unknown, properties and notes in order, text to the last space, language tags
/// as spelt. What cannot be used (a variant without a language or segment) is left out with a finding.
///
/// Source: TMX 1.4b (LISA OSCAR, 2005), and 1.1 to 1.3 by their document types.
package final class TMXReader {
  private var parser: TMXParser
  private let context: ReadingContext
  package var header: TMXHeader { parser.header }
  /// The version that the file says it has; empty where it says none.
  package var version: String { parser.version }
  /// Where the unit that `next()` gave starts.
  package var position: SourcePosition { parser.position }
  /// Units given so far.
  package private(set) var count = 0

  /// Reads the head of the file.
  /// - Throws: `FileError` where it is no TMX, or damaged before its first unit.
  package convenience init(_ source: any ByteSource, context: ReadingContext = ReadingContext()) throws(FileError) {
    try self.init(try Container.open(source, context: context) { $0.lowercased().hasSuffix(".tmx") }, context: context)
  }

  init(_ input: PrefixedSource, context: ReadingContext) throws(FileError) {
    self.context = context
    parser = TMXParser(
      XMLScanner(try XMLEncoding.open(input, context: context), limits: context.limits), context: context)
    do throws(FileError) { try parser.readHead() } catch {
      guard context.salvages, parser.isTMX, Self.mayResume(error) else { throw hinted(error) }
      context.tell("tmx-damaged", .schema, "the head is damaged: \(error.message)", at: error.position)
      parser.resume()
    }
  }

  /// The next unit, or nil at the end.
  /// - Throws: `FileError` at the first damage. In a salvage the damaged unit is left out, and the next one is looked for.
  package func next() throws(FileError) -> TranslationUnit? {
    while !parser.isAtEnd {
      do throws(FileError) {
        if let unit = try parser.readNext() {
          count += 1
          return unit
        }
        parser.isAtEnd = true
      } catch {
        guard context.salvages, Self.mayResume(error) else { throw hinted(error) }
        let isUnit = parser.isUnitBegun
        context.tell(
          "tmx-damaged", .schema, "\(isUnit ? "left out" : "passed over"): \(error.message)", at: error.position,
          effect: isUnit ? .dropped : .kept)
        parser.resume()
      }
    }
    return nil
  }

  /// Whether what follows a fault may still be units: not so where the bytes themselves cannot be had.
  static func mayResume(_ error: FileError) -> Bool {
    switch error.reason {
    case .malformed, .entity, .limit, .encoding: true
    default: false
    }
  }

  /// Says what stands before a fault, so that nobody gives up a memory for one bad character.
  private func hinted(_ error: FileError) -> FileError {
    switch error.reason {
    case .malformed, .entity, .encoding:
      return FileError(error.reason, error.message, at: error.position, salvageableUnits: count)
    default: return error
    }
  }
}
