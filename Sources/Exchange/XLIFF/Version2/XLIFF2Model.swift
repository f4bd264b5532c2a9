internal import Markup

extension SchemaModel {
  private static let codes2 = "#text cp/ph/pc/sc/ec/mrk/sm/em*"
  private static let codeAttributes2 =
    "canCopy=yes,no canDelete=yes,no canReorder=yes,firstNo,no copyOf subType type=fmt,ui,quote,link,image,other"
  private static let directions = "srcDir=ltr,rtl,auto trgDir=ltr,rtl,auto"

  /// XLIFF 2.0 to 2.2 by the core schema (OASIS, 2014).
  static let xliff2 = SchemaModel(
    "XLIFF 2", id: "xliff", takesForeign: true,
    """
    xliff | notes? file+ | version!=2.0,2.1,2.2 srcLang! trgLang xml:space
    file | skeleton? notes? unit/group+ | id! canResegment=yes,no original translate=yes,no \(directions) xml:space
    skeleton | #any | href
    group | notes? unit/group* | id! name canResegment=yes,no translate=yes,no \(directions) type xml:space
    unit | notes? originalData? segment/ignorable+ | id! name canResegment=yes,no translate=yes,no \(directions) xml:space type
    segment | source target? | id canResegment=yes,no state=initial,translated,reviewed,final subState
    ignorable | source target? | id
    notes | note+ |
    note | #text | id appliesTo=source,target category priority=1,2,3,4,5,6,7,8,9,10 ref
    originalData | data+ |
    data | #text cp* | id! dir=ltr,rtl,auto xml:space
    source | \(codes2) | xml:lang xml:space
    target | \(codes2) | xml:lang xml:space order
    cp | | hex!
    ph | | id! dataRef disp equiv subFlows \(codeAttributes2)
    pc | \(codes2) | id! canOverlap=yes,no dispEnd dispStart equivEnd equivStart dataRefEnd dataRefStart subFlowsEnd subFlowsStart dir=ltr,rtl,auto \(codeAttributes2)
    sc | | id! canOverlap=yes,no dataRef dir=ltr,rtl,auto disp equiv isolated=yes,no subFlows \(codeAttributes2)
    ec | | id canOverlap=yes,no dataRef dir=ltr,rtl,auto disp equiv isolated=yes,no startRef subFlows \(codeAttributes2)
    mrk | \(codes2) | id! translate=yes,no type ref value
    sm | | id! translate=yes,no type ref value
    em | | startRef!
    """)
}
