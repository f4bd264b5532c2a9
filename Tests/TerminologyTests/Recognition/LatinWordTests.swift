import TestSupport
import Testing

@testable import Terminology

@Suite struct LatinWordTests {
  private let letters = LetterTable(equivalents: ["œ": "oe", "æ": "ae", "î": "i"])

  private func tokens(_ text: String, readsLatin: Bool) -> [String] {
    var scan = TokenScan(letters: letters, isTurkic: false, readsLatin: readsLatin)
    var found: [String] = []
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while let token = scan.next(bytes, from: &offset) {
        let spelling = String(decoding: scan.spelling, as: UTF8.self)
        found.append("\(token.start)-\(token.end) \(token.gap.number) \(token.flags) \(spelling) \(token.hash)")
      }
    }
    return found
  }

  @Test func theFastWayReadsWhatTheSlowWayReads() {
    let pieces = [
      "a", "e", "s", "t", "R", "N", "é", "É", "à", "ç", "ß", "ÿ", "ÿ", "î", "Î", "œ", "Œ", "æ", "×", "÷", "ö", "Ö", "7",
      "0", " ",
      " ", " ", "'", "’", "-", "–", ", ", ". ", "«\u{A0}", "\u{202F}»", "\u{AD}", "\u{301}", "ա", "Ե", "д", "Ж", "ა",
      "中", "µ",
      "\n", "_", "\u{200D}", "ª", "…",
    ]
    var numbers = SeededGenerator(seed: 7)
    for _ in 0..<4_000 {
      let length = Int.random(in: 1...40, using: &numbers)
      // Long words as well as short ones: mostly letters in every other text.
      let most = Bool.random(using: &numbers) ? 18 : pieces.count
      let text = (0..<length).map { _ in pieces[Int.random(in: 0..<most, using: &numbers)] }.joined()
      #expect(tokens(text, readsLatin: true) == tokens(text, readsLatin: false), "\(text)")
    }
  }

  @Test func veryLongWordsAreCutAlike() {
    let text =
      String(repeating: "àb", count: 200) + " fin " + String(repeating: "z", count: 500) + " et la suite du texte"
    #expect(tokens(text, readsLatin: true) == tokens(text, readsLatin: false))
  }

  @Test func capitalsInsideAreLeftToTheSlowWay() {
    #expect(
      tokens("POWs et iPhone, OTAN; Élysée du nord", readsLatin: true).map { $0.split(separator: " ")[2] } == [
        "5", "0", "0", "3", "1", "0", "0",
      ])
  }
}
