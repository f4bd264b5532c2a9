package import Bitext
internal import CICU

/// Names of countries, continents and large cities in some hundred languages, as CLDR has them.
package enum PlaceNames {
  /// Countries and continents by their code ("FR", "150"); none where CLDR lacks the language.
  package static func regions(in language: LanguageTag) -> [String: String] {
    names(language.language) { cicu_regions($0, $1, $2) }
  }

  /// Cities after which time zones are called, by zone ("Europe:Warsaw"); only those that a language writes otherwise than
  /// the zone does.
  package static func cities(in language: LanguageTag) -> [String: String] {
    names(language.language) { cicu_zone_cities($0, $1, $2) }
  }

  /// Cities whose zones are called otherwise than they are in any language: "Pacific:Truk" is Chuuk.
  package static func usualCities() -> [String: String] { names("root") { cicu_zone_cities($0, $1, $2) } }

  /// The city that the name of a zone tells: "Europe:Warsaw" is called after Warsaw.
  package static func city(ofZone zone: String) -> String {
    String(zone.split(separator: ":").last ?? "").replacing("_", with: " ")
  }

  private typealias Reader = (UnsafePointer<CChar>, @escaping cicu_take_name, UnsafeMutableRawPointer) -> Void

  private static func names(_ locale: String, _ read: Reader) -> [String: String] {
    var found: [String: String] = [:]
    withUnsafeMutablePointer(to: &found) { found in
      // The pointer is used during the call only.
      read(
        locale,
        { context, key, name, length in
          guard let context, let key, let name else { return }
          let bytes = UnsafeRawBufferPointer(start: name, count: Int(length))
          let found = context.assumingMemoryBound(to: [String: String].self)
          found.pointee[String(cString: key)] = String(decoding: bytes, as: UTF8.self)
        }, UnsafeMutableRawPointer(found))
    }
    return found
  }
}
