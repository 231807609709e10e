// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/error.h"
#include "common/eval/syntax/arena.h"

#include <cstdint>
#include <span>
#include <string_view>

// The tree of one line. Plain structs in one arena: a `kind`, then what that kind has; a switch over the kind
// and a static_cast walk it. Nodes are never changed after parsing, so many threads may read one tree.
//
// Depth: only brackets and prefixes nest (`-`, `not`, `**`, `if else`, `lambda`, √). Everything that a user
// can repeat flatly is one node with an array: `1+1+1`, `a<b<c`, `a or b or c`, `x[0][0]`, `a.b.c`, `5!!!!`.
// No path from the root is longer than kMaxTreeDepth.
//
// Places are byte offsets into Tree::source; Tree::span() turns them into the code points of an Error.
namespace keisan::eval::syntax {

inline constexpr unsigned kMaxTreeDepth = 3000;

using Offset = std::uint32_t;

enum class ExprKind : std::uint8_t {
    None,
    True,
    False,
    Ellipsis,
    Integer,    // Number
    Float,      // Number
    Imaginary,  // Number
    String,     // Text
    Bytes,      // Text
    FString,    // FString
    Name,       // Name
    Tuple,      // Sequence
    List,       // Sequence
    Set,        // Sequence
    Dict,       // Dict
    Unary,      // Unary
    Power,      // Power
    Chain,      // Chain: binary operators of one precedence, left to right
    Comparison, // Comparison
    And,        // Sequence
    Or,         // Sequence
    Conditional,
    Postfix, // Postfix: attributes, subscripts, calls, factorials and superscripts after one operand
    Starred, // Starred: *x inside a display, a subscript or a target
    Slice,   // Slice: only inside a subscript
    Walrus,  // Walrus: name := value
    Lambda,  // Lambda
    ListComprehension,   // Comprehension
    SetComprehension,    // Comprehension
    DictComprehension,   // Comprehension
    GeneratorExpression, // Comprehension
};

// None, True, False and ... are this and nothing more.
struct Expr {
    ExprKind kind;
    Offset start; // first byte, without the parentheses around it
    Offset end;   // one past the last byte
};

using ExprList = std::span<const Expr* const>;

// Integer: `text` is the literal as it stands (0x1F, 1_000); when it is small, `isSmall` is set and `small`
// is its value and nothing has to be converted. Float: `real` is the value. Imaginary: `real` is the
// imaginary part.
struct Number : Expr {
    bool isSmall;
    std::string_view text;
    union {
        std::int64_t small;
        double real;
    };
};

// A string or bytes literal, adjacent ones joined, escapes replaced: UTF-8, where a lone surrogate ('\ud800')
// stands as its three bytes; for Bytes the bytes themselves.
struct Text : Expr {
    std::string_view value;
};

// A piece of an f-string: plain text when `value` is null, else a replacement field.
// {x=} is the text "x=" and then the field with conversion 'r', or none if it has a format spec.
struct FStringPart {
    std::string_view text;
    const Expr* value;
    char conversion; // 'r', 's', 'a', or 0
    bool hasSpec;    // {x:} has an empty one
    std::span<const FStringPart> spec;
};

struct FString : Expr {
    std::span<const FStringPart> parts;
};

// How a name is reached; decided by the scope pass.
enum class Access : std::uint8_t {
    Global, // by its text: the session's names, then the library's
    Local,  // slot of the running frame, holding the value itself
    Cell,   // slot of the running frame, holding a cell, because an inner function captures it
    Free,   // index into the captured cells of the running function
};

struct Name : Expr {
    Access access;
    std::uint32_t slot;  // for Local, Cell and Free
    std::string_view id; // NFKC form
};

struct Sequence : Expr {
    ExprList items; // may hold Starred in Tuple, List and Set
};

struct DictItem {
    const Expr* key; // null for **value
    const Expr* value;
};

struct Dict : Expr {
    std::span<const DictItem> items;
};

enum class UnaryOperator : std::uint8_t { Negate, Plus, Invert, Not, SquareRoot, CubeRoot };

struct Unary : Expr { // start is where its operator stands
    UnaryOperator op;
    const Expr* operand;
};

enum class BinaryOperator : std::uint8_t {
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Modulo,
    MatrixMultiply,
    Power,
    ShiftLeft,
    ShiftRight,
    BitAnd,
    BitXor,
    BitOr,
};

// base ** exponent
struct Power : Expr {
    const Expr* base;
    const Expr* exponent;
    Offset operatorStart;
    Offset operatorEnd;
};

struct ChainLink {
    BinaryOperator op;
    Offset operatorStart;
    Offset operatorEnd;
    const Expr* operand;
};

// first op operand op operand ..., left to right; never Power.
struct Chain : Expr {
    const Expr* first;
    std::span<const ChainLink> links; // at least one
};

enum class ComparisonOperator : std::uint8_t {
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    In,
    NotIn,
    Is,
    IsNot,
};

struct ComparisonLink {
    ComparisonOperator op;
    Offset operatorStart;
    Offset operatorEnd;
    const Expr* operand;
};

struct Comparison : Expr {
    const Expr* first;
    std::span<const ComparisonLink> links; // at least one
};

struct Conditional : Expr {
    const Expr* condition;
    const Expr* whenTrue;
    const Expr* whenFalse;
};

enum class ArgumentKind : std::uint8_t { Positional, Starred, Keyword, DoubleStarred };

struct Argument {
    ArgumentKind kind;
    Offset start; // with its stars or its keyword
    std::string_view keyword;
    const Expr* value;
    Offset end; // with the parentheses around its value
};

enum class TrailerKind : std::uint8_t { Attribute, Subscript, Call, Factorial, Superscript };

struct Trailer {
    TrailerKind kind;
    bool isPlain = false; // a Call whose arguments are all Positional
    Offset start = 0;     // its '.', '[', '(', '!' or first superscript digit
    Offset end = 0;
    std::string_view name;         // Attribute
    const Expr* operand = nullptr; // Subscript: the index (a Tuple for x[1, 2]); Superscript: the exponent
    std::span<const Argument> arguments; // Call, in the order written
};

struct Postfix : Expr {
    const Expr* operand;
    std::span<const Trailer> trailers; // at least one
};

struct Starred : Expr {
    const Expr* value;
};

struct Slice : Expr {
    const Expr* lower; // each may be null
    const Expr* upper;
    const Expr* step;
};

struct Walrus : Expr {
    const Name* target;
    const Expr* value;
};

// Scopes. A frame is the slots of one running function (or of the whole line). List, set and dict
// comprehensions keep their variables in slots of the frame they stand in; lambdas and generator expressions
// have frames of their own.

struct Variable {
    std::string_view name;
    bool isCell; // captured by an inner function: its slot holds a cell
};

// A cell that a function takes along when it is made.
struct Capture {
    std::string_view name;
    bool isFree;        // taken from the maker's own captures, else from a slot of the maker's frame
    std::uint32_t slot; // index there
};

struct Scope {
    std::span<const Variable> variables; // by slot; parameters come first, in the order of Lambda::parameters
    std::span<const Capture> captures;   // what Access::Free indexes
    std::string_view name;               // Lambda::name, "<genexpr>", or "" for the line itself
    const Scope* outer;                  // whose frame it stands in; null for the line itself
};

enum class ParameterKind : std::uint8_t {
    PositionalOnly,
    PositionalOrKeyword,
    Starred,
    KeywordOnly,
    DoubleStarred
};

struct Parameter {
    ParameterKind kind;
    Offset start;
    Offset end;
    std::string_view name;
    const Expr* defaultValue; // null if it has none; evaluated in the maker's frame
};

struct Lambda : Expr {
    std::string_view name; // "<lambda>", or f for f(x) = ...
    std::span<const Parameter> parameters;
    const Expr* body;
    const Scope* scope;
};

struct Clause { // for target in iterable if condition if condition ...
    const Expr* target;
    const Expr* iterable; // the first clause's is evaluated in the frame outside, before anything else
    ExprList conditions;
};

struct Comprehension : Expr {
    const Expr* element; // the key in a DictComprehension
    const Expr* value;   // DictComprehension only
    std::span<const Clause> clauses;
    const Scope* scope; // GeneratorExpression only: its own frame
    std::uint32_t
        firstSlot; // the others: slots [firstSlot, firstSlot + slotCount) of the frame they stand in are
    std::uint32_t slotCount; // theirs, to be made unbound (cells: new) each time they begin
};

enum class StatementKind : std::uint8_t { Expression, Assign, AugmentedAssign, Delete };

// A target is a Name, a Postfix that ends in an attribute or a subscript, a Starred target, or a Tuple or
// List of targets. f(x) = x*x is an Assign of one Name and a Lambda of that name.
struct Statement {
    StatementKind kind;
    BinaryOperator op;    // AugmentedAssign: the operator without its '='
    Offset operatorStart; // AugmentedAssign
    Offset operatorEnd;
    ExprList targets;  // Assign: left to right; AugmentedAssign: one; Delete: each one; else none
    const Expr* value; // null for Delete
};

// One parsed line: owns everything that its nodes point to. Movable; the nodes stay where they are. A
// function that outlives its line keeps the tree alive, which is the evaluator's business.
struct Tree {
    Arena arena;
    std::string_view source; // the line as parsed, in the arena: full-width forms and × ÷ − ⋅ are ASCII in
                             // it, code point for code point
    const Statement* root = nullptr;
    const Scope* scope = nullptr; // the frame of the line itself: only comprehension variables
    bool hasFunctions = false;    // holds a Lambda or a GeneratorExpression
    std::uint64_t cost = 0;       // work done for lexing and parsing, in units of Limits::work

    // The place [start, end) of the source in code points.
    Span span(Offset start, Offset end) const;
};

} // namespace keisan::eval::syntax
