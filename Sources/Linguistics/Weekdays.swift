package import Bitext
internal import CICU

/// The names of the days of the week, from CLDR through ICU.
package enum Weekdays {
  /// Sunday to Saturday as a language writes them by themselves, in its own case; fewer where CLDR has none.
  package static func names(in language: LanguageTag) -> [String] {
    (1...7).compactMap { day in
      var status: Int32 = 0
      let name = [UInt8](unsafeUninitializedCapacity: 384) { buffer, count in
        count = buffer.withMemoryRebound(to: CChar.self) {
          Int(cicu_weekday(language.language, Int32(day), $0.baseAddress, Int32($0.count), &status))
        }
      }
      return status > 0 || name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
  }
}
