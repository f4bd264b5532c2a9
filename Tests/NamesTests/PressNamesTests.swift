import Bitext
import Foundation
import TestSupport
import Testing

@testable import Names

/// Names of `Data/press-names.tsv` that nothing is learned from (sets c and d), language by language.
@Suite struct PressNamesTests {
  struct Name {
    let french: [String]
    let english: [String]
    let native: String
  }

  /// Per language, how many of a hundred first predictions must be right: native into French, native into English, French
  /// into English, English into French. Each is what is reached, less one name.
  static let floors: [String: [Int]] = [
    "ar": [92, 91, 93, 96],
    "az": [90, 90, 90, 87],
    "be": [69, 76, 85, 83],
    "fa": [89, 92, 94, 92],
    "hy": [95, 95, 95, 95],
    "ka": [97, 97, 97, 92],
    "kk": [90, 92, 95, 90],
    "ky": [92, 97, 92, 95],
    "ru": [93, 95, 88, 88],
    "tg": [93, 95, 95, 95],
    "tk": [90, 92, 78, 88],
    "tr": [97, 97, 97, 93],
    "uk": [97, 95, 92, 97],
    "uz": [76, 85, 78, 78],
  ]

  static func names(of language: String) throws -> [Name] {
    try Checkout.text("Tests/NamesTests/Data/press-names.tsv").split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      guard fields.count == 5, fields[3] == language, ["c", "d"].contains(fields[4]) else { return nil }
      func forms(_ text: String) -> [String] { text.split(separator: ";").map { String($0) } }
      return Name(french: forms(fields[0]), english: forms(fields[1]), native: fields[2])
    }
  }

  @Test("names as the presses spell them", arguments: floors.keys.sorted())
  func press(language: String) throws {
    let names = try Self.names(of: language)
    #expect(names.count >= 40)
    let predictor = NamePredictor(try ShippedModel.get())
    func share(_ from: LanguageTag, _ to: LanguageTag, _ source: (Name) -> String, _ right: (Name) -> [String]) -> Int {
      let found = names.count { name in
        predictor.predict(source(name), from: from, to: to).candidates.first.map { right(name).contains($0.text) }
          ?? false
      }
      return found * 100 / max(names.count, 1)
    }
    let native = LanguageTag(stringLiteral: language)
    let shares = [
      share(native, "fr", { $0.native }, { $0.french }), share(native, "en", { $0.native }, { $0.english }),
      share("fr", "en", { $0.french[0] }, { $0.english }), share("en", "fr", { $0.english[0] }, { $0.french }),
    ]
    for (share, floor) in zip(shares, Self.floors[language] ?? []) {
      #expect(share >= floor, "\(language): \(shares) of a hundred are right, \(Self.floors[language] ?? []) are asked")
    }
  }
}
