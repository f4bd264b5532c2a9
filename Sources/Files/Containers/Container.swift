/// Takes a file out of gzip or zip, by its first bytes; the name decides nothing.
package enum Container {
  /// - Parameter isWanted: whether a zip member's name is that of the file meant.
  package static func open(
    _ source: any ByteSource, context: ReadingContext, isWanted: @escaping (String) -> Bool
  ) throws(FileError) -> PrefixedSource {
    let input = PrefixedSource(source)
    try input.look(4)
    if input.head.starts(with: InflatedSource.mark) { return PrefixedSource(InflatedSource(input, context: context)) }
    if input.head.starts(with: ZipSource.memberMark) {
      return PrefixedSource(ZipSource(input, context: context, isWanted: isWanted))
    }
    return input
  }
}
