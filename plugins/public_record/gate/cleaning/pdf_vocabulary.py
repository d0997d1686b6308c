"""What may stand in a published PDF: the names of ISO 32000 that a page needs to be shown and read aloud.

Every other key of every dictionary is taken out, so that what programs add of their own does not have to be known.
"""

from __future__ import annotations

from public_record.gate.cleaning.listing import listed


def _keys(names: str) -> frozenset[str]:
    return frozenset(f"/{name}" for name in listed(names))


_DOCUMENT = _keys(
    """
    Type Pages Kids Count Parent Lang MarkInfo Marked Suspects StructTreeRoot Outlines PageLabels PageMode PageLayout Version
    ViewerPreferences Direction Nums Limits S P St
    Resources MediaBox CropBox BleedBox TrimBox ArtBox Rotate Contents Annots StructParents StructParent Tabs Group UserUnit
    """
)
_LINKS = _keys("First Last Next Prev Title Dest A C F D URI Subtype Rect Border BS W QuadPoints H")
_STRUCTURE = _keys(
    """
    K ParentTree ParentTreeNextKey RoleMap ClassMap Pg R Alt E ActualText MCID Stm StmOwn Obj O Attached
    Placement WritingMode BackgroundColor BorderColor BorderStyle BorderThickness Padding Color SpaceBefore SpaceAfter
    StartIndent EndIndent TextIndent TextAlign BBox Width Height BlockAlign InlineAlign TBorderStyle TPadding LineHeight
    BaselineShift TextDecorationType TextDecorationColor TextDecorationThickness ListNumbering RowSpan ColSpan Scope
    """
)
_RESOURCES = _keys("ExtGState ColorSpace Pattern Shading XObject Font ProcSet Properties")
_GRAPHICS = _keys(
    """
    LW LC LJ ML RI OP op OPM BG BG2 UCR UCR2 TR TR2 HT FL SM SA BM SMask CA ca AIS TK I G BC
    FormType Matrix PatternType PaintType TilingType XStep YStep ShadingType Background AntiAlias Function Domain Coords Extend
    BitsPerCoordinate BitsPerComponent BitsPerFlag Decode VerticesPerRow FunctionType Range C0 C1 N Functions Bounds Encode Size
    BitsPerSample Order HalftoneType HalftoneName Frequency Angle SpotFunction AccurateScreens TransferFunction Width2 Height2
    Xsquare Ysquare WhitePoint BlackPoint Gamma Alternate Colorants Process Components
    MixingHints Solidities PrintingOrder DotGain
    """
)
_IMAGES = _keys(
    """
    ImageMask Mask Intent Interpolate Matte Length Filter DecodeParms Predictor Colors Columns EarlyChange EndOfLine
    EncodedByteAlign Rows EndOfBlock BlackIs1 DamagedRowsBeforeError JBIG2Globals ColorTransform
    """
)
_FONTS = _keys(
    """
    BaseFont Name FirstChar LastChar Widths FontDescriptor Encoding ToUnicode FontBBox FontMatrix CharProcs DescendantFonts
    CIDSystemInfo Registry Ordering Supplement DW DW2 W2 CIDToGIDMap BaseEncoding Differences FontName FontFamily FontStretch
    FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth FontFile
    FontFile2 FontFile3 CharSet CIDSet Style Panose FD Length1 Length2 Length3 CMapName WMode UseCMap
    """
)

KEYS = _DOCUMENT | _LINKS | _STRUCTURE | _RESOURCES | _GRAPHICS | _IMAGES | _FONTS
"""Keys that may stay, wherever they stand."""

ROOT = _keys("Type Pages Lang MarkInfo StructTreeRoot Outlines PageLabels PageMode PageLayout Version ViewerPreferences")
"""Keys of the document itself."""

ANNOTATION = _keys("Type Subtype Rect Border BS C F H A Dest QuadPoints StructParent")
"""Keys of a link on a page."""

STRINGS = _keys("Lang Alt ActualText E Title URI P Registry Ordering FontFamily CharSet Panose")
"""Keys whose value may be a string: it is read, read aloud, followed, or names a font."""

CATEGORIES = _RESOURCES - _keys("ProcSet")
"""Keys of resources under which every name is the author's own."""

OWN_NAMES = _keys("CharProcs RoleMap ClassMap Colorants")
"""Other keys under which every name is the author's own."""

FILTERS = _keys(
    "ASCIIHexDecode ASCII85Decode LZWDecode FlateDecode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode"
)
"""Ways of packing. Readers know them by short names too, which are for pictures among the instructions of a page alone."""

INLINE_FILTERS = FILTERS - _keys("JBIG2Decode DCTDecode JPXDecode")
"""Those that such a picture may have: a JPEG would carry what cameras say."""

INLINE = _keys("BitsPerComponent ColorSpace Decode DecodeParms Filter Height ImageMask Intent Interpolate Length Width")
"""Keys of a picture that stands among the instructions of a page."""

OPERATORS = listed(
    """
    b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG rg ri s S SC sc
    SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "
    """
) | {"INLINE IMAGE"}
"""What a page may do. Anything else is passed over by readers of PDF, strings and all."""
