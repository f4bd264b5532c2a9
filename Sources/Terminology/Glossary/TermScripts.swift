internal import Bitext

/// Which scripts a term is written in, and what in it cannot be seen.
struct TermScripts {
  enum Script: String, Hashable {
    case latin = "Latin"
    case cyrillic = "Cyrillic"
    case greek = "Greek"
    case armenian = "Armenian"
    case georgian = "Georgian"
    case arabic = "Arabic"
    case hebrew = "Hebrew"
    case other = "other"
  }

  private(set) var scripts: Set<Script> = []
  /// The first word whose letters are of more than one script.
  private(set) var mixedWord: (word: String, scripts: Set<Script>)?
  private(set) var invisible: (scalar: Unicode.Scalar, name: String)?

  init(_ text: String) {
    var word = ""
    var inWord: Set<Script> = []
    for scalar in text.unicodeScalars {
      if invisible == nil, Self.isInvisible(scalar) { invisible = (scalar, Self.name(scalar)) }
      if let script = Self.script(scalar) {
        inWord.insert(script)
        word.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory == .nonspacingMark {
        word.unicodeScalars.append(scalar)
      } else {
        close(&word, &inWord)
      }
    }
    close(&word, &inWord)
  }

  private mutating func close(_ word: inout String, _ inWord: inout Set<Script>) {
    scripts.formUnion(inWord)
    if inWord.count > 1, mixedWord == nil { mixedWord = (word, inWord) }
    word = ""
    inWord = []
  }

  /// The script of a letter; nil for everything else.
  private static func script(_ scalar: Unicode.Scalar) -> Script? {
    guard scalar.properties.isAlphabetic else { return nil }
    switch scalar.value {
    case 0x41...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFB00...0xFB06: return .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: return .cyrillic
    case 0x531...0x58F, 0xFB13...0xFB17: return .armenian
    case 0x590...0x5FF: return .hebrew
    case 0x600...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: return .arabic
    case 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F: return .georgian
    case 0x2B0...0x2FF: return nil
    default: return .other
    }
  }

  /// Characters without a shape of their own; the no-break space and joiners of scripts that need them are not meant.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
      0x2028, 0x2029, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    return scalar.properties.name.map { "\(code) (\($0.lowercased()))" } ?? code
  }

  /// The scripts that a language is written in; nil where not known. A script subtag decides.
  static func expected(_ language: LanguageTag) -> Set<Script>? {
    switch language.script {
    case "latn": return [.latin]
    case "cyrl": return [.cyrillic]
    case "armn": return [.armenian]
    case "geor": return [.georgian]
    case "arab": return [.arabic]
    case .some: return nil
    case nil: break
    }
    switch language.language {
    case "fr", "en", "de", "it", "es", "pt", "nl", "tr", "pl", "ro": return [.latin]
    case "az": return [.latin, .cyrillic, .arabic]
    case "ru", "uk", "be", "bg", "os", "ab": return [.cyrillic]
    case "kk", "uz": return [.cyrillic, .latin]
    case "hy": return [.armenian]
    case "ka": return [.georgian]
    case "fa", "ar": return [.arabic]
    case "el": return [.greek]
    case "he": return [.hebrew]
    default: return nil
    }
  }
}
