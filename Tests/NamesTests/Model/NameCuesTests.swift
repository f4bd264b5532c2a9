import Bitext
import Rules
import TestSupport
import Testing

@testable import Names

@Suite struct NameCuesTests {
  static func files() throws -> [(name: String, text: String)] {
    try Checkout.dataFiles("names", ending: ".yml").filter { $0.name.hasPrefix("cues-") }
  }

  /// A sentence with its marks taken off, and what they mark: "place Baku".
  static func read(_ example: String) -> (text: String, names: [String]) {
    var text = ""
    var names: [String] = []
    for (index, part) in example.split(separator: "⟦", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: "⟧"), let space = part.firstIndex(of: " ") else {
        text += part
        continue
      }
      names.append(String(part[..<end]))
      text += part[part.index(after: space)..<end] + part[part.index(after: end)...]
    }
    return (text, names)
  }

  @Test func everyExampleOfEveryGroupFindsWhatItMarksAndNothingElse() throws {
    let model = try ShippedModel.get()
    for file in try Self.files() {
      let node = try RuleNode(yaml: file.text, file: file.name)
      let finder = NameFinder(language: try NameCues(node).language, model: model)
      for group in node["groups"]?.items ?? [] {
        let examples = group["examples"]?.items ?? []
        #expect(!examples.isEmpty, "\(group["id"]?.text ?? "") has no example")
        for example in examples {
          let (text, names) = Self.read(try #require(example.text))
          let found = finder.find(in: [text]).map { "\($0.kind.rawValue) \($0.surface)" }
          #expect(found == names, "\(example.position): \(text)")
        }
      }
    }
  }

  @Test func theFilesAreThere() throws {
    #expect(try Self.files().map(\.name).contains("cues-fr.yml"))
    let (text, names) = Self.read("a ⟦place B c⟧ d.")
    #expect(text == "a B c d." && names == ["place B c"])
  }

  @Test func wordsMayBeTextsOrLists() throws {
    let cues = try NameCues(
      RuleNode(
        yaml: """
          language: xx
          capitals: nouns
          name-endings: [s]
          groups:
            - {id: xx.a, kind: [title, office], why: "a", words: [Été, b], endings: mann}
            - id: xx.b
              kind: people
              why: b
              words: |
                c d
                e
              inflections: s
          """, file: "cues-xx.yml"))
    #expect(cues.capitalisesNouns && cues.nameEndings == ["s"])
    #expect(cues.words == ["title": ["ete", "b"], "office": ["ete", "b"], "people": ["c", "d", "e"]])
    #expect(cues.endings["office"] == ["mann"] && cues.inflections["people"] == ["s"])
  }

  @Test func everyFaultIsNamedAtOnce() throws {
    let node = try RuleNode(
      yaml: """
        language: xx
        capitals: verbs
        groups:
          - {id: xx.a, kind: titel, why: "a", words: a}
          - {id: xx.a, kind: title, wy: "a", words: a}
        """, file: "cues-xx.yml")
    let error = #expect(throws: RulesErrors.self) { try NameCues(node) }
    #expect(error?.faults.count == 5, "\(error.map(\.description) ?? "")")
  }
}
