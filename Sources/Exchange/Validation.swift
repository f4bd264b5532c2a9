package import Bitext
package import Files

/// Says what is wrong with a file: what its schema does not allow, and what its content does not mean. A report, which no
/// import asks for.
package enum Validation {
  package struct Report: Hashable, Sendable {
    /// The name of the format, as found by content, then by name.
    package let format: String
    /// Units, entries or sets of rules that were read.
    package let items: Int
    /// Findings of each level; a file that cannot be read to its end has one at the schema level.
    package let schema: Int
    package let meaning: Int

    package var isClean: Bool { schema + meaning == 0 }
  }

  /// Reads the whole file and tells of every finding in the order in which it is met.
  /// - Parameters:
  ///   - format: nil finds it.
  ///   - source: the language of formats that do not say theirs, likewise `target`.
  /// - Throws: `FileError` where the file cannot be opened, is of unknown format, or goes over a limit. A malformed
  ///   file is no error but a finding.
  package static func run(
    _ source: any ByteSource, as format: (any ExchangeFormat)? = nil, limits: ReadingLimits = ReadingLimits(),
    from: LanguageTag = "x-source", to: LanguageTag = "x-target", report: @escaping (Finding, Finding.Level) -> Void
  ) throws(FileError) -> Report {
    let counts = Counts()
    let context = ReadingContext(limits: limits, validates: true, source: from, target: to, namesLanguages: true) {
      finding, level in
      counts.add(level)
      report(finding, level)
    }
    var name = format?.name ?? ""
    do throws(FileError) {
      let input = try ExchangeFormats.unpack(source, context: context)
      let found: any ExchangeFormat
      if let format { found = format } else { found = try ExchangeFormats.detect(input) }
      name = found.name
      let reader = try found.reader(input, context: context)
      while let item = try reader.nextItem() {
        switch item {
        case .header, .glossary, .references: continue
        case .unit, .entry, .rules: counts.items += 1
        }
      }
    } catch {
      switch error.reason {
      case .malformed, .encoding, .entity:
        counts.add(.schema)
        report(
          Finding(
            check: "malformed", severity: .error, message: error.message, place: .file(error.position),
            evidence: error.salvage.map { [$0] } ?? []), .schema)
      case .file, .limit, .unsupported, .unknownFormat, .noUnits, .languageMissing, .unwritable, .closedPipe:
        throw error
      }
    }
    return Report(format: name, items: counts.items, schema: counts.schema, meaning: counts.meaning)
  }

  private final class Counts {
    var items = 0
    var schema = 0
    var meaning = 0

    func add(_ level: Finding.Level) {
      if level == .schema { schema += 1 } else { meaning += 1 }
    }
  }
}
