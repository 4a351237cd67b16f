// Holds Sources/CClang/include/CClang.h against the header of libclang, line by line: what compiles is right.
//
//     clang -fsyntax-only -Werror -I Sources/CClang/include -I /usr/lib/llvm-14/include Tests/Clang/layout.c
#include <CClang.h>
#include <clang-c/Index.h>
#include <stddef.h>

#define SAME_SIZE(ours, theirs) _Static_assert(sizeof(ours) == sizeof(theirs), #theirs);
#define SAME_PLACE(ours, member, theirs, other) \
  _Static_assert(offsetof(ours, member) == offsetof(theirs, other), #theirs "." #other);
#define SAME_NUMBER(ours, theirs) _Static_assert(ours == (unsigned)theirs, #theirs);

SAME_SIZE(ClangString, CXString)
SAME_PLACE(ClangString, data, CXString, data)
SAME_PLACE(ClangString, flags, CXString, private_flags)
SAME_SIZE(ClangCursor, CXCursor)
SAME_PLACE(ClangCursor, kind, CXCursor, kind)
SAME_PLACE(ClangCursor, xdata, CXCursor, xdata)
SAME_PLACE(ClangCursor, data, CXCursor, data)
SAME_SIZE(ClangType, CXType)
SAME_PLACE(ClangType, kind, CXType, kind)
SAME_PLACE(ClangType, data, CXType, data)
SAME_SIZE(ClangLocation, CXSourceLocation)
SAME_PLACE(ClangLocation, data, CXSourceLocation, ptr_data)
SAME_PLACE(ClangLocation, offset, CXSourceLocation, int_data)
SAME_SIZE(ClangUnsavedFile, struct CXUnsavedFile)
SAME_PLACE(ClangUnsavedFile, name, struct CXUnsavedFile, Filename)
SAME_PLACE(ClangUnsavedFile, contents, struct CXUnsavedFile, Contents)
SAME_PLACE(ClangUnsavedFile, length, struct CXUnsavedFile, Length)
SAME_SIZE(ClangUnit, CXTranslationUnit)
SAME_SIZE(ClangVisitor, CXCursorVisitor)

SAME_NUMBER(0u, CXChildVisit_Break)
SAME_NUMBER(1u, CXChildVisit_Continue)
SAME_NUMBER(2u, CXChildVisit_Recurse)
SAME_NUMBER(0u, CXError_Success)

SAME_NUMBER(ClangCursorStruct, CXCursor_StructDecl)
SAME_NUMBER(ClangCursorUnion, CXCursor_UnionDecl)
SAME_NUMBER(ClangCursorClass, CXCursor_ClassDecl)
SAME_NUMBER(ClangCursorEnum, CXCursor_EnumDecl)
SAME_NUMBER(ClangCursorField, CXCursor_FieldDecl)
SAME_NUMBER(ClangCursorFunction, CXCursor_FunctionDecl)
SAME_NUMBER(ClangCursorVariable, CXCursor_VarDecl)
SAME_NUMBER(ClangCursorParameter, CXCursor_ParmDecl)
SAME_NUMBER(ClangCursorObjCInterface, CXCursor_ObjCInterfaceDecl)
SAME_NUMBER(ClangCursorObjCCategory, CXCursor_ObjCCategoryDecl)
SAME_NUMBER(ClangCursorObjCProtocol, CXCursor_ObjCProtocolDecl)
SAME_NUMBER(ClangCursorObjCProperty, CXCursor_ObjCPropertyDecl)
SAME_NUMBER(ClangCursorObjCInstanceMethod, CXCursor_ObjCInstanceMethodDecl)
SAME_NUMBER(ClangCursorObjCClassMethod, CXCursor_ObjCClassMethodDecl)
SAME_NUMBER(ClangCursorTypedef, CXCursor_TypedefDecl)
SAME_NUMBER(ClangCursorMethod, CXCursor_CXXMethod)
SAME_NUMBER(ClangCursorNamespace, CXCursor_Namespace)
SAME_NUMBER(ClangCursorLinkage, CXCursor_LinkageSpec)
SAME_NUMBER(ClangCursorConstructor, CXCursor_Constructor)
SAME_NUMBER(ClangCursorTypeAlias, CXCursor_TypeAliasDecl)
SAME_NUMBER(ClangCursorObjCSuperclass, CXCursor_ObjCSuperClassRef)
SAME_NUMBER(ClangCursorObjCProtocolReference, CXCursor_ObjCProtocolRef)
SAME_NUMBER(ClangCursorBase, CXCursor_CXXBaseSpecifier)
SAME_NUMBER(ClangCursorAnnotation, CXCursor_AnnotateAttr)

SAME_NUMBER(ClangTypeVoid, CXType_Void)
SAME_NUMBER(ClangTypeBool, CXType_Bool)
SAME_NUMBER(ClangTypeCharU, CXType_Char_U)
SAME_NUMBER(ClangTypeUChar, CXType_UChar)
SAME_NUMBER(ClangTypeChar16, CXType_Char16)
SAME_NUMBER(ClangTypeChar32, CXType_Char32)
SAME_NUMBER(ClangTypeUShort, CXType_UShort)
SAME_NUMBER(ClangTypeUInt, CXType_UInt)
SAME_NUMBER(ClangTypeULong, CXType_ULong)
SAME_NUMBER(ClangTypeULongLong, CXType_ULongLong)
SAME_NUMBER(ClangTypeCharS, CXType_Char_S)
SAME_NUMBER(ClangTypeSChar, CXType_SChar)
SAME_NUMBER(ClangTypeWChar, CXType_WChar)
SAME_NUMBER(ClangTypeShort, CXType_Short)
SAME_NUMBER(ClangTypeInt, CXType_Int)
SAME_NUMBER(ClangTypeLong, CXType_Long)
SAME_NUMBER(ClangTypeLongLong, CXType_LongLong)
SAME_NUMBER(ClangTypeFloat, CXType_Float)
SAME_NUMBER(ClangTypeDouble, CXType_Double)
SAME_NUMBER(ClangTypeObjCId, CXType_ObjCId)
SAME_NUMBER(ClangTypeObjCClass, CXType_ObjCClass)
SAME_NUMBER(ClangTypeObjCSelector, CXType_ObjCSel)
SAME_NUMBER(ClangTypePointer, CXType_Pointer)
SAME_NUMBER(ClangTypeBlockPointer, CXType_BlockPointer)
SAME_NUMBER(ClangTypeLValueReference, CXType_LValueReference)
SAME_NUMBER(ClangTypeRValueReference, CXType_RValueReference)
SAME_NUMBER(ClangTypeRecord, CXType_Record)
SAME_NUMBER(ClangTypeEnum, CXType_Enum)
SAME_NUMBER(ClangTypeTypedef, CXType_Typedef)
SAME_NUMBER(ClangTypeObjCInterface, CXType_ObjCInterface)
SAME_NUMBER(ClangTypeObjCObjectPointer, CXType_ObjCObjectPointer)
SAME_NUMBER(ClangTypeFunctionNoPrototype, CXType_FunctionNoProto)
SAME_NUMBER(ClangTypeFunction, CXType_FunctionProto)
SAME_NUMBER(ClangTypeElaborated, CXType_Elaborated)
SAME_NUMBER(ClangTypeAttributed, CXType_Attributed)

SAME_NUMBER(ClangNullabilityNonNull, CXTypeNullability_NonNull)
SAME_NUMBER(ClangNullabilityNullable, CXTypeNullability_Nullable)
SAME_NUMBER(ClangAccessPublic, CX_CXXPublic)
SAME_NUMBER(ClangSeverityError, CXDiagnostic_Error)
SAME_NUMBER(ClangPolicyTerseOutput, CXPrintingPolicy_TerseOutput)
SAME_NUMBER(ClangOptionSkipFunctionBodies, CXTranslationUnit_SkipFunctionBodies)
SAME_NUMBER(ClangOptionKeepGoing, CXTranslationUnit_KeepGoing)
SAME_NUMBER(ClangOptionIncludeAttributedTypes, CXTranslationUnit_IncludeAttributedTypes)

// From here on our names mean libclang's types, so that each function of the list must have the very type of libclang's.
#define ClangString CXString
#define ClangCursor CXCursor
#define ClangType CXType
#define ClangLocation CXSourceLocation
#define ClangUnsavedFile struct CXUnsavedFile
#define ClangUnit CXTranslationUnit
#define ClangVisitor CXCursorVisitor
#define SAME_FUNCTION(name, result, parameters) result(*same_##name) parameters = clang_##name;
CLANG_FUNCTIONS(SAME_FUNCTION)
