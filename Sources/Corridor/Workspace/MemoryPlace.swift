/// Which translation memory a use case works on.
public enum MemoryPlace: Hashable, Sendable {
  /// The workspace's: `memory:` of `corridor.yml`, else `memory.sqlite` in its folder. It is made when something is first kept in it.
  case workspace
  /// A file of one's own, by its path.
  case file(String)
}
