import Bitext
import TestSupport
import Testing

@testable import Segmentation

@Suite struct SegmenterTests {
  @Test func aTitleInitialsAndAnAbbreviationEndNothing() throws {
    #expect(
      try RuleFiles.sentences("M.\u{A0}Sarkissian et S. Karapetian (cf. art. 3) ont signé. M.Aliev a refusé.")
        == ["M.\u{A0}Sarkissian et S. Karapetian (cf. art. 3) ont signé.", "M.Aliev a refusé."])
  }

  @Test("quotation marks stay with what they close", arguments: [" ", "\u{A0}", "\u{202F}", ""])
  func closingMarks(space: String) throws {
    let first = "«\(space)Qui a tiré\(space)?\(space)», demande-t-il."
    let second = "«\(space)Personne.\(space)»"
    #expect(try RuleFiles.sentences("\(first) \(second) Il sort.") == [first, second, "Il sort."])
  }

  @Test func offsetsAreBytesOfTheWholeTextAndParagraphsAreCounted() throws {
    let text = "\n  Été à Gumri\r\n\r\nIl neige. On rentre.\n"
    let segments = try RuleFiles.segmenter("fr").segments(of: text)
    #expect(
      segments == [
        Segment(text: "Été à Gumri", bytes: 3..<17, paragraph: 0, kind: .heading),
        Segment(text: "Il neige.", bytes: 21..<30, paragraph: 1),
        Segment(text: "On rentre.", bytes: 31..<41, paragraph: 1),
      ])
  }

  @Test func onlyABlankLineEndsAWrappedParagraph() throws {
    let text = "Il est arrivé\nà Gumri. Elle\r\nest partie.\n \nFin"
    #expect(
      try RuleFiles.sentences(text, "fr", .init(wrapped: true))
        == ["Il est arrivé\nà Gumri.", "Elle\r\nest partie.", "Fin"])
    #expect(
      try RuleFiles.sentences(text) == ["Il est arrivé", "à Gumri.", "Elle", "est partie.", "Fin"])
  }

  @Test func nothingAndWhiteSpaceHoldNoSentence() throws {
    #expect(try RuleFiles.sentences("").isEmpty)
    #expect(try RuleFiles.sentences(" \u{A0}\n\u{2029}\t").isEmpty)
  }

  @Test func explainNamesTheRuleOfEachPlace() throws {
    let decisions = try RuleFiles.segmenter("fr").explain("M. Aliev part. Il rit ! a-t-on dit.")
    #expect(decisions.map(\.rule) == ["root.never-final", "root.capital", "root.lower"])
    #expect(decisions.map(\.breaks) == [false, true, false])
    #expect(decisions.map(\.offset) == [2, 14, 23])
    #expect(decisions.allSatisfy { !$0.why.isEmpty })
  }

  @Test func theHeadOfADispatchIsNoSentence() throws {
    let segments = try RuleFiles.segmenter("fr").segments(of: " date 2021-04 Au cours du sommet, il a parlé. Il part.")
    #expect(segments.map(\.text) == ["Au cours du sommet, il a parlé.", "Il part."])
    #expect(segments.first?.bytes.lowerBound == 14)
    #expect(try RuleFiles.sentences("Il part.\ndate 2021-04 Il revient.").count == 2)
  }

  @Test("sentences and what lies between them give back the text", arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func nothingIsLost(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "M", ".", "?", "!", "…", "...", "«", "»", "\"", "'", "’", "(", ")", "[1]", " ", "\u{A0}", "\u{202F}", "\n",
      "\r\n",
      "\u{2028}", "Il", "part", "é", "e\u{301}", "1", "2)", "•", "–", "։", "։ Ա", "Ж", "ი", "。", "\u{0}", "\u{FFFD}",
      "😀",
      "\u{200F}", "https://a.b/C.D", "https://", "date 2020-11 ", "M. ",
    ]
    for language: LanguageTag in ["fr", "en", "hy", "xh"] {
      for wrapped in [false, true] {
        let segmenter = try RuleFiles.segmenter(language, .init(wrapped: wrapped))
        for _ in 0..<150 {
          let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &random)]
          }.joined()
          try expectWhole(text, segmenter.segments(of: text), hasHead: text.contains("date"))
        }
      }
    }
  }

  @Test func repairedBytesAreTextLikeAnyOther() throws {
    let broken = String(decoding: [0xC3, 0x28, 0x2E, 0x20, 0xE2, 0x80, 0x41, 0x2E] as [UInt8], as: UTF8.self)
    try expectWhole(broken, RuleFiles.segmenter("fr").segments(of: broken), hasHead: false)
  }

  private func expectWhole(_ text: String, _ segments: [Segment], hasHead: Bool) throws {
    let bytes = Array(text.utf8)
    var end = 0
    for segment in segments {
      #expect(segment.bytes.lowerBound >= end && !segment.bytes.isEmpty, "\(text.debugDescription)")
      #expect(Array(segment.text.utf8) == Array(bytes[segment.bytes]), "\(text.debugDescription)")
      #expect(segment.text.unicodeScalars.first?.properties.isWhitespace == false)
      #expect(segment.text.unicodeScalars.last?.properties.isWhitespace == false)
      let between = String(decoding: bytes[end..<segment.bytes.lowerBound], as: UTF8.self)
      #expect(
        between.unicodeScalars.allSatisfy(\.properties.isWhitespace) || (hasHead && end == 0),
        "\(text.debugDescription)")
      end = segment.bytes.upperBound
    }
    let rest = String(decoding: bytes[end...], as: UTF8.self)
    #expect(rest.unicodeScalars.allSatisfy(\.properties.isWhitespace) || hasHead, "\(text.debugDescription)")
  }
}
