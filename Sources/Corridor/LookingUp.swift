public import Terminology

extension Workspace {
  /// What the glossary has for a word or phrase, best first.
  /// - Parameters:
  ///   - from: the language of the query; every language is searched where it finds nothing there.
  ///   - to: the language that is wanted: its terms come first.
  public func lookUp(_ query: String, from: LanguageTag? = nil, to: LanguageTag? = nil) throws(CorridorError)
    -> [LookupResult]
  {
    let lookup = try lookup()
    return lookup.find(query, from: from ?? configuration.from, to: to ?? configuration.to)
  }
}
