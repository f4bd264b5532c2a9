import Foundation
import Testing

@Suite struct AnnotateCommandTests {
  private func sentence(_ text: String, _ language: String) throws -> [String: Any] {
    let sentences = try Tool.run("annotate", "-", "--lang", language, input: text).objects()
    return try #require(sentences.first)
  }

  private func marked(_ sentence: [String: Any], _ layer: String) throws -> [(surface: String, what: String)] {
    let plain = try #require(sentence["text"] as? String)
    let text = Array(plain.unicodeScalars)
    let hits = try #require(sentence[layer] as? [[String: Any]])
    return try hits.map { hit in
      let offset = try #require(hit["offset"] as? Int)
      let length = try #require(hit["length"] as? Int)
      let there = String(String.UnicodeScalarView(text[offset..<(offset + length)]))
      #expect(there == hit["surface"] as? String)
      return (there, try #require((hit["concept"] ?? hit["name"]) as? String))
    }
  }

  @Test func termsAndNamesPointIntoTheSentence() throws {
    let found = try sentence("À l’aube, les cessez-le-feu près d’Erevan ont déçu Nikol Pachinian.", "fr")
    #expect(try marked(found, "terms").contains { $0.surface == "cessez-le-feu" && $0.what == "ceasefire" })
    let names = try marked(found, "names")
    #expect(names.contains { $0.surface == "Erevan" && $0.what == "yerevan" })
    #expect(names.contains { $0.surface == "Nikol Pachinian" && $0.what == "pashinyan_nikol" })
  }

  @Test func aSurnameAloneIsTheSamePerson() throws {
    let run = try Tool.run(
      "annotate", "-", "--lang", "en", input: "Nikol Pashinyan spoke. Later Pashinyan left.\n")
    let sentences = try run.objects()
    let second = try #require(sentences.last)
    #expect(try marked(second, "names").map(\.what) == ["pashinyan_nikol"])
  }

  @Test func aNameThatTheGlossaryLacksKeepsItsFullForm() throws {
    let run = try Tool.run(
      "annotate", "-", "--lang", "en", input: "Vardan Simonyan, a farmer, refused. Simonyan stayed.\n")
    let names = try run.objects().flatMap { try marked($0, "names") }
    #expect(names.map(\.what) == ["Vardan Simonyan", "Vardan Simonyan"])
  }

  @Test func anEmptyTextHasNoSentences() throws {
    let run = try Tool.run("annotate", "-", "--lang", "fr", input: "")
    #expect(run.status == 0 && run.output.isEmpty)
  }
}
