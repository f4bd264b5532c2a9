import Linguistics
import Testing

@testable import TranslationMemory

@Suite struct WordFoldingTests {
  @Test(arguments: ["ABCxyz", "AZ@[`{", "l'", "l`", "ÉTAT", "İstanbul", "ΣΑΣ", "", "a1-2"])
  func aWordIsFoldedAsICUFoldsIt(word: String) {
    var scratch: [UInt8] = [1, 2]
    let folded = Array(word.utf8).withUnsafeBytes { bytes in
      WordFolding.withFolded(bytes, scratch: &scratch) { String(decoding: $0, as: UTF8.self) }
    }
    #expect(folded == Folding.caseKey(word))
  }
}
