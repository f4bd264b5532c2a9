import Bitext
import Linguistics
import Testing

@testable import Segmentation

@Suite struct PunctuationTests {
  /// The segmenter asks ICU for unknown marks only where `isForeign` says that there may be some: no mark of ICU's may
  /// hide among the rest.
  @Test func everyMarkOfICUIsKnownOrForeign() throws {
    let iterator = try SentenceIterator("root")
    let known = RuleFiles.rules.rules(for: "xh").rules.punctuation
    for value: UInt32 in 0x21...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory == .otherPunctuation else { continue }
      let text = "aa\(scalar) Bb"
      guard iterator.boundaries(in: text).count > 1 else { continue }
      let bytes = Array(String(scalar).utf8)
      let isForeign = bytes.count > 1 && Punctuation.isForeign(bytes[0], bytes[1])
      #expect(known.kind(of: value).isMark || isForeign, "U+\(String(value, radix: 16))")
    }
  }

  @Test func aMarkOfAnUnknownScriptEndsASentence() throws {
    #expect(try RuleFiles.sentences("ᱥᱟᱱᱟᱢ᱾ ᱦᱚᱲ", "sat") == ["ᱥᱟᱱᱟᱢ᱾", "ᱦᱚᱲ"])
    #expect(try RuleFiles.sentences("他来了。我走了。", "zh") == ["他来了。", "我走了。"])
  }
}
