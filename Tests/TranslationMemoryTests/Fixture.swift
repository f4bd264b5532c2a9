import Bitext
import FoundationEssentials
import Testing

@testable import TranslationMemory

/// A folder that goes when the test ends.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "corridor-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }
}

enum Fixture {
  static func unit(_ french: String, _ english: String, id: String? = nil) -> TranslationUnit {
    TranslationUnit(
      attributes: id.map { [Attribute("tuid", $0)] } ?? [],
      variants: [Variant(language: "fr", text: french), Variant(language: "en", text: english)])
  }

  static func record(_ french: String, _ english: String) -> UnitRecord { UnitRecord(unit(french, english)) }

  /// A unit with all that TMX knows.
  static let rich = TranslationUnit(
    attributes: [Attribute("tuid", "a\u{0301}1"), Attribute("creationdate", "20201110T120000Z"), Attribute("x", "")],
    remarks: [
      .property(type: "x-source", value: "Dépêche\n2", attributes: [Attribute("xml:lang", "fr")]),
      .note("vu", attributes: []),
      .element(
        name: "ude", attributes: [Attribute("name", "u")], content: [.code(name: "map", attributes: [], content: [])]),
    ],
    variants: [
      Variant(
        language: "FR-fr", attributes: [Attribute("changeid", "mr")], remarks: [.note("")],
        content: [
          .text("Le "), .code(name: "bpt", attributes: [Attribute("i", "1")], content: [.text("<b>")]),
          .text("couloir"), .code(name: "ept", attributes: [Attribute("i", "1")], content: [.text("</b>")]),
          .code(name: "hi", attributes: [], content: [.text(" de Latchine\u{202F}!")]),
        ]),
      Variant(language: "en", content: [.text("The corridor")]),
      Variant(language: "en", content: [.text("The "), .text("corridor")]),
      Variant(language: "hy", content: []),
      Variant(language: "ru", content: [.text("")]),
    ])
}
