extension String {
  /// The text for a message: at most some thousand bytes, whatever it quotes. What is too long loses its middle, since what
  /// to do is said at the end.
  package var bounded: String {
    let (most, head, tail) = (1_200, 700, 300)
    guard utf8.count > most else { return self }
    return String(decoding: utf8.prefix(head), as: UTF8.self) + "…" + String(decoding: utf8.suffix(tail), as: UTF8.self)
  }
}
