import Bitext
import Exchange
import Files

#if canImport(Glibc)
  import Glibc
#endif

/// The format that is fuzzed, from CORRIDOR_FUZZ_FORMAT; "any" finds it by content, containers included.
let format: (any ExchangeFormat)? = {
  let name = getenv("CORRIDOR_FUZZ_FORMAT").map { String(cString: $0) } ?? "any"
  return name == "any" ? nil : ExchangeFormats.named(name)
}()

/// What the input is called: some readers go by the name.
let inputName = getenv("CORRIDOR_FUZZ_NAME").map { String(cString: $0) } ?? "input"

/// Reads the input strictly, salvaging and validating, and holds the readers and writers to their promises: an error is
/// one of theirs, and what was written is read again and written again to the same bytes.
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  // Pieces of odd sizes, so that constructs are cut at the edges of what is in memory.
  let chunk = 1 + count % 61
  for salvages in [false, true] {
    guard
      let written = convert(
        input, as: format, to: format ?? TextKeeper.tmx, salvages: salvages, named: inputName, chunk: chunk)
    else { continue }
    guard let again = convert(written, as: format ?? TextKeeper.tmx, to: format ?? TextKeeper.tmx) else {
      preconditionFailure("what was written is refused")
    }
    precondition(again == written, "the second export differs from the first")
  }
  _ = try? Validation.run(MemorySource(input, name: inputName, chunk: chunk), as: format) { _, _ in }
  for other in ExchangeFormats.all where other.name != format?.name {
    _ = convert(input, as: format, to: other, salvages: true, named: inputName)
  }
  return 0
}

/// libFuzzer's own loop. The package manager gives a program's start a name of its own, so that of libFuzzer is not taken.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("exchange_fuzz_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments) { fuzz($0, $1) }
}

enum TextKeeper {
  static let tmx: any ExchangeFormat = ExchangeFormats.named("tmx") ?? ExchangeFormats.all[0]
}

/// What a conversion writes; nil where the input was refused.
func convert(
  _ input: [UInt8], as format: (any ExchangeFormat)?, to output: any ExchangeFormat, salvages: Bool = false,
  named name: String = "written", chunk: Int = 1 << 16
) -> [UInt8]? {
  let sink = MemorySink()
  var options = WritingOptions()
  options.characters = .replace
  let context = ReadingContext(
    salvages: salvages, validates: true, source: "fr", target: "en", namesLanguages: true)
  do {
    _ = try Conversion.run(
      from: MemorySource(input, name: name, chunk: chunk), reading: format, to: sink, as: output, options: options,
      context: context)
    return sink.bytes
  } catch {
    return nil
  }
}
