import Bitext
import Foundation
import Romanization
import Rules
import Testing

@testable import Names

@Suite struct NameMatcherTests {
  @Test(
    "spellings of one name",
    arguments: [
      ("Pachinian", "Pashinyan"), ("Choïgou", "Shoigu"), ("Пашинян", "Pachinian"), ("Փաշինյան", "Pashinyan"),
      ("Serge Sarkissian", "Serzh Sargsyan"), ("Saakachvili", "Saakashvili"), ("Əliyev", "Aliev"),
      ("Gousseïnov", "Huseynov"), ("N. Pachinian", "Nikol Pashinyan"), ("Khrouchtchev", "Khrushchev"),
    ])
  func same(pair: (String, String)) throws {
    let matcher = NameMatcher(try ShippedModel.get())
    let match = matcher.match(pair.0, pair.1)
    #expect(match.verdict == .same, "\(pair) \(match)")
    #expect(match.score >= 0.5)
    #expect(matcher.match(pair.1, pair.0).verdict == .same)
  }

  @Test(
    "names that only look alike",
    arguments: [
      ("Aliev", "Alieva"), ("Ilham Aliev", "Heydar Aliyev"), ("I. Aliev", "H. Aliyev"), ("Sarkissian", "Sargsyants"),
      ("Sahakian", "Sahakov"), ("Kotcharian", "Khachatryan"), ("Petrossian", "Ter-Petrosyan"),
      ("Politkovski", "Politkovskaya"), ("Goris", "Gori"),
    ])
  func different(pair: (String, String)) throws {
    let match = NameMatcher(try ShippedModel.get()).match(pair.0, pair.1)
    #expect(match.verdict == .different, "\(pair) \(match)")
    #expect(match.score < 0.5)
    #expect(!match.reason.isEmpty)
  }

  @Test func listedAliasesAreNeverDecidedBySpelling() throws {
    let matcher = NameMatcher(try ShippedModel.get())
    #expect(matcher.match("Stepanakert", "Khankendi").verdict == .alias)
    #expect(matcher.match("Chouchi", "Shusha").verdict == .alias)
    #expect(matcher.match("Choucha", "Shusha").verdict == .same)
  }

  @Test func conceptsOfOnePlaceAreAliases() throws {
    func concept(_ id: String, _ fr: String, other: String) -> Concept {
      Concept(
        id: id, kind: .place,
        terms: [
          Term(language: "fr", text: fr, status: .preferred, position: SourcePosition(file: "t"))
        ], relations: [Relation(kind: .samePlace, concept: other)], position: SourcePosition(file: "t"))
    }
    let matcher = NameMatcher(
      try ShippedModel.get(),
      concepts: [concept("a", "Karintak", other: "b"), concept("b", "Dachalty", other: "a")])
    #expect(matcher.match("Karintak", "Dachalty").verdict == .alias)
    #expect(NameMatcher(try ShippedModel.get()).match("Karintak", "Dachalty").verdict == .different)
  }

  @Test func nothingToCompareIsDifferent() throws {
    let matcher = NameMatcher(try ShippedModel.get())
    #expect(matcher.match("", "Aliyev").verdict == .different)
    #expect(matcher.match("...", "---").verdict == .different)
  }
}
