internal import CICU

/// Keys under which spellings of one word meet.
package enum Folding {
  /// Case folded, accents and other marks dropped, compatibility forms resolved, apostrophes, dashes and spaces each of
  /// one kind, letters with strokes or ligatures taken apart: "L’Élysée" and "l'elysee" share a key, "Əliyev" is
  /// "aliyev", "Fizouli" keeps its letters. For looking up; not a romanization.
  package static func key(_ text: String) -> String {
    var text = text
    if let ascii = asciiKey(&text) { return ascii }
    if let european = tabled(text, keysOfLatin) { return european }
    return slowKey(text)
  }

  private static func slowKey(_ text: String) -> String {
    stripped(normalized(normalized(text, CICU_NFKC_CASEFOLD), CICU_NFD))
  }

  /// Case folded and composed (NFC), nothing else: for comparing words whose accents count.
  package static func caseKey(_ text: String) -> String {
    var text = text
    if let ascii = asciiKey(&text) { return ascii }
    if let european = tabled(text, caseKeysOfLatin) { return european }
    return normalized(text.lowercased(), CICU_NFC)
  }

  /// Canonical composition.
  package static func composed(_ text: String) -> String { normalized(text, CICU_NFC) }

  /// The key of a text that is ASCII throughout; nil otherwise.
  private static func asciiKey(_ text: inout String) -> String? {
    text.withUTF8 { bytes -> String? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { out in
        for (i, byte) in bytes.enumerated() {
          out[i] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte == 0x60 ? 0x27 : byte
        }
        return bytes.count
      }
    }
  }

  // MARK: Latin letters by table

  /// Letters up to U+017F stand alone: none of them joins with a neighbour, so their keys may be put side by side.
  private static let latinEnd: UInt32 = 0x180

  private static let keysOfLatin = tableOfLatin { slowKey($0) }

  /// `İ` becomes two scalars in lower case, one of which may join with what follows: it is left to ICU.
  private static let caseKeysOfLatin = tableOfLatin { $0 == "\u{130}" ? nil : normalized($0.lowercased(), CICU_NFC) }

  private static func tableOfLatin(_ key: (String) -> String?) -> [[UInt8]?] {
    (0..<latinEnd).map { value in
      guard let scalar = Unicode.Scalar(value) else { return nil }
      let letter = String(Character(scalar))
      return (value < 0x80 ? asciiKey(letter) : key(letter)).map { Array($0.utf8) }
    }
  }

  private static func asciiKey(_ text: String) -> String? {
    var text = text
    return asciiKey(&text)
  }

  /// The key letter by letter; nil where a letter is not in the table.
  private static func tabled(_ text: String, _ table: [[UInt8]?]) -> String? {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      guard scalar.value < latinEnd, let key = table[Int(scalar.value)] else { return nil }
      out += key
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func normalized(_ text: String, _ form: cicu_normal_form) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var capacity = bytes.count * 3 + 16
      while true {
        var status: Int32 = 0
        var length: Int32 = 0
        let result = String(unsafeUninitializedCapacity: capacity) { out in
          length = bytes.withMemoryRebound(to: CChar.self) { input in
            out.withMemoryRebound(to: CChar.self) {
              cicu_normalize(form, input.baseAddress, Int32(input.count), $0.baseAddress, Int32(capacity), &status)
            }
          }
          return status == 0 ? min(Int(length), capacity) : 0
        }
        // ICU fails here only for want of memory or on broken UTF-8, which a String cannot hold.
        if status != 0 { return String(decoding: bytes, as: UTF8.self) }
        if Int(length) <= capacity { return result }
        capacity = Int(length)
      }
    }
  }

  private static func stripped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        out.append(scalar)
      } else if let plain = plain[scalar] {
        out.append(contentsOf: plain.unicodeScalars)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Letters that decomposition leaves whole, and the kinds of apostrophe, dash and space (in folded, decomposed text).
  private static let plain: [Unicode.Scalar: String] = [
    "ə": "a", "ǝ": "a", "ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h",
    "\u{2019}": "'", "\u{2018}": "'", "\u{02BC}": "'", "\u{02BB}": "'", "\u{02B9}": "'", "\u{2032}": "'",
    "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-",
    "\u{00A0}": " ", "\u{202F}": " ", "\u{2009}": " ", "\u{00AD}": "",
  ]
}
