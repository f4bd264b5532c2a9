/// Terms as paths of word numbers: from a node a word leads to at most one other. For building; `TermTables` holds what
/// is searched.
struct TermTrie: Sendable {
  static let root: UInt32 = 0

  /// Key: node and word; value: child. An empty slot has key `UInt64.max`.
  private var keys: [UInt64]
  private var children: [UInt32]
  private var mask: Int
  private var used = 0
  /// The entry that ended last at node i, or -1.
  private var heads: [Int32] = [-1]
  /// Traits of node i.
  private var traits: [UInt8] = [0]

  /// Some term goes on after this node.
  static let goesOn: UInt8 = 1
  /// Some term goes on with a link ("de la") after this node.
  static let takesLink: UInt8 = 2
  /// Some term goes on with a preposition or link: a word may be inserted before it.
  static let takesInsertion: UInt8 = 4

  init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: .max, count: size)
    children = [UInt32](repeating: 0, count: size)
    mask = size - 1
  }

  var nodeCount: Int { heads.count }

  func child(of node: UInt32, word: UInt32) -> UInt32? {
    let key = UInt64(node) << 32 | UInt64(word)
    var slot = Int(truncatingIfNeeded: FormTable.mixed(key)) & mask
    while true {
      let found = keys[slot]
      if found == key { return children[slot] }
      if found == .max { return nil }
      slot = (slot + 1) & mask
    }
  }

  /// The child of a node, made where there is none.
  mutating func descend(from node: UInt32, word: UInt32, traits added: UInt8) -> UInt32 {
    traits[Int(node)] |= added | Self.goesOn
    if let child = child(of: node, word: word) { return child }
    let child = UInt32(heads.count)
    heads.append(-1)
    traits.append(0)
    place(UInt64(node) << 32 | UInt64(word), child)
    used += 1
    if used * 2 > keys.count { grow() }
    return child
  }

  private mutating func place(_ key: UInt64, _ child: UInt32) {
    var slot = Int(truncatingIfNeeded: FormTable.mixed(key)) & mask
    while keys[slot] != .max { slot = (slot + 1) & mask }
    keys[slot] = key
    children[slot] = child
  }

  private mutating func grow() {
    let (oldKeys, oldChildren) = (keys, children)
    keys = [UInt64](repeating: .max, count: oldKeys.count * 2)
    children = [UInt32](repeating: 0, count: keys.count)
    mask = keys.count - 1
    for (key, child) in zip(oldKeys, oldChildren) where key != .max { place(key, child) }
  }

  /// Marks an entry as ending at a node; gives the entry that did so before, or -1.
  mutating func end(entry: Int, at node: UInt32) -> Int32 {
    let before = heads[Int(node)]
    heads[Int(node)] = Int32(entry)
    return before
  }

  func firstEntry(_ node: Int) -> Int32 { heads[node] }
  func traits(_ node: Int) -> UInt8 { traits[node] }

  var stepCount: Int { used }

  /// Calls `body` with every step: node, word, child; in no order.
  func forEachStep(_ body: (UInt32, UInt32, UInt32) -> Void) {
    for slot in keys.indices where keys[slot] != .max {
      body(UInt32(keys[slot] >> 32), UInt32(truncatingIfNeeded: keys[slot]), children[slot])
    }
  }
}
