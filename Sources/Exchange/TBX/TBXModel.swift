internal import Markup

extension SchemaModel {
  private static let inlineV3 = "#text hi/foreign/sc/ec/ph*"
  private static let auxiliaryV3 = "descrip/descripGrp/admin/adminGrp/transacGrp/note/ref/xref*"

  /// TBX v3 in DCA style with the categories of TBX-Basic (ISO 30042:2019; TBX-Basic dialect). DCT elements are of other
  /// namespaces.
  static let tbx3 = SchemaModel(
    "TBX-Basic v3", id: "tbx", takesForeign: true,
    """
    tbx | tbxHeader text | type! style!=dca,dct xml:lang!
    tbxHeader | fileDesc encodingDesc? revisionDesc? | id
    fileDesc | titleStmt? publicationStmt? sourceDesc+ | id
    titleStmt | title note* | id xml:lang
    title | #text | id xml:lang
    publicationStmt,encodingDesc | p+ | id
    sourceDesc,change | p+ | id xml:lang
    revisionDesc | change+ | id xml:lang
    p | \(inlineV3) | id xml:lang type
    text | body back? | id
    body | conceptEntry+ | id
    back | refObjectSec* | id
    refObjectSec | refObject+ | id type!
    refObject | itemSet/itemGrp/item+ | id
    itemSet | item/itemGrp+ | id type
    itemGrp | item admin/adminGrp/transacGrp/note/ref/xref* | id
    item | \(inlineV3) | id type
    conceptEntry | \(auxiliaryV3) langSec+ | id!
    langSec | \(auxiliaryV3) termSec+ | xml:lang! id
    termSec | term termNote/termNoteGrp* \(auxiliaryV3) | id
    term | #text hi* | id
    termNote | \(inlineV3) | type!=administrativeStatus,grammaticalGender,geographicalUsage,partOfSpeech,termLocation,termType id xml:lang target datatype module
    termNoteGrp | termNote admin/adminGrp/transacGrp/note/ref/xref* | id
    descrip | \(inlineV3) | type!=context,definition,subjectField id xml:lang target datatype module
    descripGrp | descrip descripNote/admin/adminGrp/transacGrp/note/ref/xref* | id
    admin | \(inlineV3) | type!=customerSubset,projectSubset,source id xml:lang target datatype module
    adminGrp | admin adminNote/note/ref/xref* | id
    descripNote,adminNote | #text | type! id xml:lang target datatype module
    note | \(inlineV3) | id xml:lang
    ref | #text | type!=crossReference id xml:lang target datatype module
    xref | #text | type!=externalCrossReference,xGraphic target! id module
    transac | #text | type!=transactionType id xml:lang target datatype module
    transacGrp | transac transacNote/date/note/ref/xref* | id
    transacNote | #text | type!=responsibility id xml:lang target datatype module
    date | #text | id
    hi | #text | target xml:lang type
    foreign | \(inlineV3) | id xml:lang
    sc,ec,ph | #text | *
    """)

  private static let auxiliaryV2 = "descrip/descripGrp/admin/adminGrp/transacGrp/note/ref/xref*"

  /// TBX v2 by its core structure (ISO 30042:2008).
  static let tbx2 = SchemaModel(
    "TBX v2", id: "tbx", takesForeign: false,
    """
    martif | martifHeader text | type! xml:lang!
    martifHeader | fileDesc encodingDesc? revisionDesc? | id
    fileDesc | titleStmt? publicationStmt? sourceDesc+ | id
    titleStmt | title note* | id xml:lang
    title | #text | id xml:lang
    publicationStmt,encodingDesc,sourceDesc,change | p+ | id xml:lang
    revisionDesc | change+ | id xml:lang
    p | #any | *
    text | body back? | id
    body | termEntry+ | id
    back | refObjectList* | id
    refObjectList | #any | *
    termEntry | \(auxiliaryV2) langSet+ | id
    langSet | \(auxiliaryV2) tig/ntig+ | xml:lang! id
    tig | term termNote* \(auxiliaryV2) | id
    ntig | termGrp \(auxiliaryV2) | id
    termGrp | term termNote/termNoteGrp* termCompList* | id
    termCompList | #any | *
    term | #text hi* | id
    termNote,descrip,admin | #any | type! id xml:lang target datatype
    termNoteGrp | termNote admin/adminGrp/transacGrp/note/ref/xref* | id
    descripGrp | descrip descripNote/admin/adminGrp/transacGrp/note/ref/xref* | id
    adminGrp | admin adminNote/note/ref/xref* | id
    descripNote,adminNote,ref,transac,transacNote | #text | type! id xml:lang target datatype
    note | #any | id xml:lang
    xref | #text | type! target! id
    transacGrp | transac transacNote/date/note/ref/xref* | id
    date | #text | id
    hi | #text | target xml:lang type
    """)

  /// TBX-Min (LTAC Global, 2013).
  static let tbxMin = SchemaModel(
    "TBX-Min", id: "tbx", takesForeign: true,
    """
    TBX | header body | dialect!
    header | #any |
    body | entry* |
    entry | subjectField? langGroup+ | id
    langGroup | termGroup+ | xml:lang!
    termGroup | term termStatus/partOfSpeech/customer/note/noteGrp* |
    term,termStatus,partOfSpeech,customer,subjectField | #text |
    note,noteGrp | #any | *
    """)
}
