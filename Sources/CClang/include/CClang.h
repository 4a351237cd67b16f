// The part of libclang's C interface that vtlint uses, declared here so that vtlint builds where no libclang is
// installed, and loaded at run time from whatever library is there.
//
// libclang promises that these layouts, numbers and functions stay. Tests/Clang/layout.c holds every line of this file
// against the real header.
#ifndef VTLINT_CCLANG_H
#define VTLINT_CCLANG_H

#include <stdbool.h>

typedef struct { const void *data; unsigned flags; } ClangString;
typedef struct { unsigned kind; int xdata; const void *data[3]; } ClangCursor;
typedef struct { unsigned kind; void *data[2]; } ClangType;
typedef struct { const void *data[2]; unsigned offset; } ClangLocation;
typedef struct { const char *name; const char *contents; unsigned long length; } ClangUnsavedFile;

/// A parsed text.
typedef struct ClangUnitContent *ClangUnit;

/// 0 ends the visit, 1 goes on behind the cursor, 2 goes on inside of it.
typedef unsigned (*ClangVisitor)(ClangCursor cursor, ClangCursor parent, void *context);

// name, result, parameters; the library's function is called clang_ and the name.
#define CLANG_FUNCTIONS(FUNCTION) \
  FUNCTION(getClangVersion, ClangString, (void)) \
  FUNCTION(getCString, const char *, (ClangString)) \
  FUNCTION(disposeString, void, (ClangString)) \
  FUNCTION(createIndex, void *, (int, int)) \
  FUNCTION(disposeIndex, void, (void *)) \
  FUNCTION(parseTranslationUnit2, unsigned, \
           (void *, const char *, const char *const *, int, ClangUnsavedFile *, unsigned, unsigned, ClangUnit *)) \
  FUNCTION(disposeTranslationUnit, void, (ClangUnit)) \
  FUNCTION(getNumDiagnostics, unsigned, (ClangUnit)) \
  FUNCTION(getDiagnostic, void *, (ClangUnit, unsigned)) \
  FUNCTION(getDiagnosticSeverity, unsigned, (void *)) \
  FUNCTION(getDiagnosticSpelling, ClangString, (void *)) \
  FUNCTION(getDiagnosticLocation, ClangLocation, (void *)) \
  FUNCTION(disposeDiagnostic, void, (void *)) \
  FUNCTION(getTranslationUnitCursor, ClangCursor, (ClangUnit)) \
  FUNCTION(visitChildren, unsigned, (ClangCursor, ClangVisitor, void *)) \
  FUNCTION(getCursorSpelling, ClangString, (ClangCursor)) \
  FUNCTION(getCursorSemanticParent, ClangCursor, (ClangCursor)) \
  FUNCTION(getCursorDefinition, ClangCursor, (ClangCursor)) \
  FUNCTION(getCursorReferenced, ClangCursor, (ClangCursor)) \
  FUNCTION(equalCursors, unsigned, (ClangCursor, ClangCursor)) \
  FUNCTION(isInvalidDeclaration, unsigned, (ClangCursor)) \
  FUNCTION(getCursorLocation, ClangLocation, (ClangCursor)) \
  FUNCTION(getFileLocation, void, (ClangLocation, void **, unsigned *, unsigned *, unsigned *)) \
  FUNCTION(getFileName, ClangString, (void *)) \
  FUNCTION(getCursorPrintingPolicy, void *, (ClangCursor)) \
  FUNCTION(PrintingPolicy_setProperty, void, (void *, unsigned, unsigned)) \
  FUNCTION(PrintingPolicy_dispose, void, (void *)) \
  FUNCTION(getCursorPrettyPrinted, ClangString, (ClangCursor, void *)) \
  FUNCTION(Cursor_isInlineNamespace, unsigned, (ClangCursor)) \
  FUNCTION(Cursor_getNumArguments, int, (ClangCursor)) \
  FUNCTION(Cursor_getArgument, ClangCursor, (ClangCursor, unsigned)) \
  FUNCTION(getCXXAccessSpecifier, unsigned, (ClangCursor)) \
  FUNCTION(CXXMethod_isStatic, unsigned, (ClangCursor)) \
  FUNCTION(CXXMethod_isConst, unsigned, (ClangCursor)) \
  FUNCTION(getCursorType, ClangType, (ClangCursor)) \
  FUNCTION(getCursorResultType, ClangType, (ClangCursor)) \
  FUNCTION(getTypedefDeclUnderlyingType, ClangType, (ClangCursor)) \
  FUNCTION(getCanonicalType, ClangType, (ClangType)) \
  FUNCTION(getPointeeType, ClangType, (ClangType)) \
  FUNCTION(getTypeDeclaration, ClangCursor, (ClangType)) \
  FUNCTION(isConstQualifiedType, unsigned, (ClangType)) \
  FUNCTION(getNumArgTypes, int, (ClangType)) \
  FUNCTION(getArgType, ClangType, (ClangType, unsigned)) \
  FUNCTION(getResultType, ClangType, (ClangType)) \
  FUNCTION(Type_getNamedType, ClangType, (ClangType)) \
  FUNCTION(Type_getModifiedType, ClangType, (ClangType)) \
  FUNCTION(Type_getNullability, unsigned, (ClangType)) \
  FUNCTION(Type_getNumTemplateArguments, int, (ClangType)) \
  FUNCTION(Type_getTemplateArgumentAsType, ClangType, (ClangType, unsigned))

#define CLANG_FIELD(name, result, parameters) result(*name) parameters;
typedef struct { CLANG_FUNCTIONS(CLANG_FIELD) } ClangFunctions;
#undef CLANG_FIELD

/// Opens a library by its path or name and finds all functions in it. The library stays open until the process ends.
/// - Returns: NULL, or why it cannot be used, in a text that lives until the next call on this thread.
const char *clangLoad(const char *path, ClangFunctions *functions);

// The numbers that are looked at. What stands beyond an end (`Last…`) differs between versions, these do not.
#define ClangCursorStruct 2u
#define ClangCursorUnion 3u
#define ClangCursorClass 4u
#define ClangCursorEnum 5u
#define ClangCursorField 6u
#define ClangCursorFunction 8u
#define ClangCursorVariable 9u
#define ClangCursorParameter 10u
#define ClangCursorObjCInterface 11u
#define ClangCursorObjCCategory 12u
#define ClangCursorObjCProtocol 13u
#define ClangCursorObjCProperty 14u
#define ClangCursorObjCInstanceMethod 16u
#define ClangCursorObjCClassMethod 17u
#define ClangCursorTypedef 20u
#define ClangCursorMethod 21u
#define ClangCursorNamespace 22u
#define ClangCursorLinkage 23u
#define ClangCursorConstructor 24u
#define ClangCursorTypeAlias 36u
#define ClangCursorObjCSuperclass 40u
#define ClangCursorObjCProtocolReference 41u
#define ClangCursorBase 44u
#define ClangCursorAnnotation 406u
#define ClangTypeVoid 2u
#define ClangTypeBool 3u
#define ClangTypeCharU 4u
#define ClangTypeUChar 5u
#define ClangTypeChar16 6u
#define ClangTypeChar32 7u
#define ClangTypeUShort 8u
#define ClangTypeUInt 9u
#define ClangTypeULong 10u
#define ClangTypeULongLong 11u
#define ClangTypeCharS 13u
#define ClangTypeSChar 14u
#define ClangTypeWChar 15u
#define ClangTypeShort 16u
#define ClangTypeInt 17u
#define ClangTypeLong 18u
#define ClangTypeLongLong 19u
#define ClangTypeFloat 21u
#define ClangTypeDouble 22u
#define ClangTypeObjCId 27u
#define ClangTypeObjCClass 28u
#define ClangTypeObjCSelector 29u
#define ClangTypePointer 101u
#define ClangTypeBlockPointer 102u
#define ClangTypeLValueReference 103u
#define ClangTypeRValueReference 104u
#define ClangTypeRecord 105u
#define ClangTypeEnum 106u
#define ClangTypeTypedef 107u
#define ClangTypeObjCInterface 108u
#define ClangTypeObjCObjectPointer 109u
#define ClangTypeFunctionNoPrototype 110u
#define ClangTypeFunction 111u
#define ClangTypeElaborated 119u
#define ClangTypeAttributed 163u
#define ClangNullabilityNonNull 0u
#define ClangNullabilityNullable 1u
#define ClangAccessPublic 1u
#define ClangSeverityError 3u
#define ClangPolicyTerseOutput 17u
#define ClangOptionSkipFunctionBodies 0x40u
#define ClangOptionKeepGoing 0x200u
#define ClangOptionIncludeAttributedTypes 0x1000u

#endif
