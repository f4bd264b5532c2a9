internal import Files
internal import Linguistics

/// The case-folded words of a query, ready to be looked up in any segment.
struct QueryWords {
  private var heap: [UInt8] = []
  private var ends: [Int] = []
  private(set) var hashes: [UInt64] = []

  init(_ text: String) {
    var scratch: [UInt8] = []
    var text = text
    text.withUTF8 { bytes in
      for word in WordScanner.words(in: bytes) {
        WordFolding.withFolded(
          UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[word.bytes])), scratch: &scratch
        ) {
          heap.append(contentsOf: $0)
          ends.append(heap.count)
          hashes.append(ContentHash.of($0))
        }
      }
    }
  }

  var count: Int { ends.count }

  func withBytes<Result>(_ number: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    heap.withUnsafeBytes { heap in
      body(UnsafeRawBufferPointer(rebasing: heap[(number == 0 ? 0 : ends[number - 1])..<ends[number]]))
    }
  }
}
