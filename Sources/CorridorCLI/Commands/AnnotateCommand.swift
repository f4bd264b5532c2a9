import ArgumentParser
import Corridor

/// What `annotate` prints.
enum AnnotationFormat: String, CaseIterable, ExpressibleByArgument { case jsonl, text }

struct AnnotateCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "annotate", "Mark the glossary's terms and the names in texts.", example: "corridor annotate depeche.fr.txt")

  @Argument(help: ArgumentHelp("Texts or folders of texts (*.txt); '-' is standard input.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp("The language of every file (BCP 47); else '.fr.' in its name, else detected.", valueName: "tag")
  )
  var lang: LanguageTag?

  @Flag(help: "Only a blank line ends a paragraph: for text wrapped at a width.") var wrapped = false

  @Option(help: "jsonl (an object a sentence) or text (for people).") var format: AnnotationFormat = .jsonl

  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    for file in try InputFile.expand(files, endings: ["txt"]) {
      let document = try workspace.segment(file, ReadingOptions(language: lang, wrapped: wrapped))
      if let note = document.languageNote { messages.say(note) }
      for annotation in try workspace.annotate(document) {
        switch format {
        case .jsonl: try output.writeLine(Self.object(annotation, document).text)
        case .text: try output.write(Self.lines(annotation))
        }
      }
    }
    return .done
  }

  private static func object(_ annotation: Annotation, _ document: Document) -> JSON {
    let locator = TextLocator(annotation.text)
    func place(_ bytes: Range<Int>) -> (JSON, JSON) {
      let start = locator.scalarOffset(ofByte: bytes.lowerBound)
      return (.integer(start), .integer(locator.scalarOffset(ofByte: bytes.upperBound) - start))
    }
    let terms = annotation.terms.map { hit in
      let (offset, length) = place(hit.bytes)
      return JSON.object([
        "offset": offset, "length": length, "surface": .string(hit.surface), "concept": .string(hit.concept),
        "status": .string(hit.status.rawValue), "how": .string(hit.how.rawValue),
      ])
    }
    let names = annotation.names.map { name in
      let (offset, length) = place(name.bytes)
      return JSON.object([
        "offset": offset, "length": length, "surface": .string(name.surface), "kind": .string(name.kind.rawValue),
        "name": .string(name.name),
      ])
    }
    return .object([
      "file": .string(document.file), "sentence": .integer(annotation.sentence), "text": .string(annotation.text),
      "terms": .array(terms), "names": .array(names),
    ])
  }

  /// The sentence, then a line a kind: what was found and what it is.
  private static func lines(_ annotation: Annotation) -> String {
    var text = "\(annotation.sentence + 1). \(annotation.text.onOneLine)\n"
    let terms = annotation.terms.map { "\($0.surface) = \($0.concept)" }
    let names = annotation.names.map { "\($0.surface) (\($0.kind.rawValue)) = \($0.name)" }
    if !terms.isEmpty { text += "   terms: \(terms.joined(separator: "; "))\n" }
    if !names.isEmpty { text += "   names: \(names.joined(separator: "; "))\n" }
    return text
  }
}
