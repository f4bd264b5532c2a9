public import TranslationMemory

extension Workspace {
  /// The units of the memory that hold a text, with its places on either side.
  /// - Throws: `CorridorError.noMemoryHere`, `.noSuchMemory`, `.memory(.badPattern)`.
  public func concordance(_ query: ConcordanceQuery, memory place: MemoryPlace = .workspace) throws(CorridorError)
    -> Concordance
  {
    let memory = try memory(place, isRead: true)
    return try remembering { () throws(MemoryError) in try memory.concordance(query) }
  }
}
