internal import Bitext
internal import Files
internal import Rules

/// The project's own glossary table (`ConceptTable`) as an exchange format.
struct ConceptTableFormat: ExchangeFormat {
  let name = "csv"
  let title = "Concept table of Corridor"
  let extensions: [String] = []
  let content = ExchangeContent.entries

  /// The first row names the columns that only this format has together.
  func claims(_ start: String) -> Bool {
    let head = start.prefix { !$0.isNewline }.split(separator: ",").map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
    return ["concept", "lang", "term"].allSatisfy(head.contains)
  }

  func reader(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ExchangeReader {
    let text = try TextFile(bytes: try input.readAll(), name: input.name).text
    let concepts: [Concept]
    do throws(RulesErrors) { concepts = try ConceptTable.read(text, file: input.name) } catch {
      let first = error.faults[0]
      guard context.validates else {
        for fault in error.faults.dropFirst() {
          context.tell("csv-row", .schema, fault.message, at: fault.position)
        }
        throw FileError(.malformed, first.message, at: first.position)
      }
      // Each fault is a finding of its own, and the first does not hide the others.
      for fault in error.faults.dropLast() {
        context.tell("csv-row", .schema, fault.message, at: fault.position)
      }
      let last = error.faults[error.faults.count - 1]
      throw FileError(.malformed, last.message, at: last.position)
    }
    return Reader(concepts, name: input.name)
  }

  func writer(_ sink: any ByteSink, options: WritingOptions) -> any ExchangeWriter { Writer(sink) }

  private final class Reader: ExchangeReader {
    private let concepts: [Concept]
    private var next = -1
    private(set) var position: SourcePosition

    init(_ concepts: [Concept], name: String) {
      self.concepts = concepts
      position = SourcePosition(file: name)
    }

    func nextItem() -> ExchangeItem? {
      defer { next += 1 }
      if next < 0 { return .glossary(GlossaryHeader()) }
      guard next < concepts.count else { return nil }
      position = concepts[next].position
      return .entry(ConceptEntry(concepts[next]))
    }
  }

  private final class Writer: ExchangeWriter {
    private let sink: any ByteSink
    private var concepts: [Concept] = []
    private(set) var losses = Losses()

    init(_ sink: any ByteSink) { self.sink = sink }

    func write(_ item: ExchangeItem) {
      guard case .entry(let entry) = item else { return }
      concepts.append(entry.concept(number: concepts.count + 1, &losses))
    }

    /// The optional columns depend on all concepts: the table is written at the end.
    func finish() throws(FileError) { try sink.write(Array(ConceptTable.write(concepts).utf8)) }
  }
}
