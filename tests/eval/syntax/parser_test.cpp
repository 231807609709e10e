// SPDX-License-Identifier: MIT
#include "common/eval/syntax/parser.h"
#include "tests/eval/syntax/tree_text.h"

#include <gtest/gtest.h>
#include <string>

namespace keisan::eval::syntax {

namespace {

std::string parsed(std::string_view line) {
    Tree tree;
    const std::optional<Error> error = parse(line, tree);
    return error ? "! " + error->message : treeText(tree);
}

struct Case {
    const char* line;
    const char* tree;
};

template <std::size_t N>
void expectTrees(const Case (&cases)[N]) {
    for (const Case& c : cases)
        EXPECT_EQ(parsed(c.line), c.tree) << c.line;
}

TEST(Parser, BindsOperatorsAsPythonDoes) {
    expectTrees({
        {"2*3+4", "(+ (* 2 3) 4)"},
        {"2+3*4", "(+ 2 (* 3 4))"},
        {"1-2-3", "(- (- 1 2) 3)"},
        {"8/4*2//3%5@6", "(@ (% (// (* (/ 8 4) 2) 3) 5) 6)"},
        {"-2**2", "(neg (** 2 2))"},
        {"2**-1", "(** 2 (neg 1))"},
        {"2**3**2", "(** 2 (** 3 2))"},
        {"2**-2**2", "(** 2 (neg (** 2 2)))"},
        {"~-+1", "(~ (neg (pos 1)))"},
        {"-x.y", "(neg (x .y))"},
        {"1<<2+3", "(<< 1 (+ 2 3))"},
        {"5&3^1|8", "(| (^ (& 5 3) 1) 8)"},
        {"1&2==2", "((& 1 2) == 2)"},
        {"1<2<3==4", "(1 < 2 < 3 == 4)"},
        {"a not in b is not c in d is e", "(a not-in b is-not c in d is e)"},
        {"a>=b!=c<=d>e", "(a >= b != c <= d > e)"},
        {"not a==b", "(not (a == b))"},
        {"not not a and b", "(and (not (not a)) b)"},
        {"a or b and c or d", "(or a (and b c) d)"},
        {"a if b else c if d else e", "(if b a (if d c e))"},
        {"a or b if c or d else e or f", "(if (or c d) (or a b) (or e f))"},
        {"lambda: a if b else c", "(lambda:<lambda> <|> : (if b a c))"},
        {"(1+2)*3", "(* (+ 1 2) 3)"},
        {"1if 1else 2", "(if 1 1 2)"},
        {"1,", "(tuple 1)"},
        {"1,000", "(tuple 1 0)"},
        {"()", "(tuple)"},
        {"(1)", "1"},
        {"what is 2+2", "(what is (+ 2 2))"},
        {"  1 + 1\t", "(+ 1 1)"},
        {"1 # + 1", "1"},
        {"(1\n+\n2)\n\n", "(+ 1 2)"},
        {"1 + \\\n2", "(+ 1 2)"},
    });
}

TEST(Parser, ReadsNumbers) {
    expectTrees({
        {"0", "0"},
        {"00_0", "0"},
        {"1_000", "1000"},
        {"999999999999999999", "999999999999999999"},
        {"9999999999999999999", "#9999999999999999999"},
        {"0x_Ff", "255"},
        {"0b101", "5"},
        {"0O17", "15"},
        {"0xFFFFFFFFFFFFFFFFFF", "#0xFFFFFFFFFFFFFFFFFF"},
        {"09e1", "90"},
        {"1.", "1"},
        {".5", "0.5"},
        {"1_0.0_1e1_0", "1.001e+11"},
        {"1e400", "inf"},
        {"1e-400", "0"},
        {"0.0000000001e-320", "0"},
        {"5e-324", "5e-324"},
        {"10j", "10j"},
        {"1.5e3J", "1500j"},
        {"1 .real", "(1 .real)"},
        {"1..real", "(1 .real)"},
        {"0x5.real", "(5 .real)"},
    });
}

TEST(Parser, ReadsPostfixes) {
    expectTrees({
        {"a.b[1](x).c", "((((a .b) [] 1) call x) .c)"},
        {"f()", "(f call)"},
        {"f(a, *b, c=1, *d, **e, f=2)", "(f call a *b c=1 *d **e f=2)"},
        {"f(x for x in y)", "(f call (genexp <x |> x@0 for x@0 in y))"},
        {"f(a:=1, b)", "(f call (:= a 1) b)"},
        {"x[1:2:3]", "(x [] (slice 1 2 3))"},
        {"x[:]", "(x [] (slice _ _ _))"},
        {"x[::2]", "(x [] (slice _ _ 2))"},
        {"x[1,]", "(x [] (tuple 1))"},
        {"x[1:, *y]", "(x [] (tuple (slice 1 _ _) *y))"},
        {"x[*y]", "(x [] (tuple *y))"},
        {"x[a:=1]", "(x [] (:= a 1))"},
    });
}

TEST(Parser, ReadsDisplaysAndComprehensions) {
    expectTrees({
        {"[]", "(list)"},
        {"[1, *a, b:=2,]", "(list 1 *a (:= b 2))"},
        {"{1, *a}", "(set 1 *a)"},
        {"{}", "(dict)"},
        {"{1: 2, **a, 'b': lambda: 3}", "(dict 1:2 **a 'b':(lambda:<lambda> <|> : 3))"},
        {"{(a:=1): 2}", "(dict (:= a 1):2)"},
        {"[x for x, *y in z if a if b for w in x]",
         "(listcomp x@0 for (tuple x@0 *y@1) in z if a if b for w@2 in x@0)"},
        {"{x for x in y}", "(setcomp x@0 for x@0 in y)"},
        {"{k: v for k, v in y}", "(dictcomp k@0: v@1 for (tuple k@0 v@1) in y)"},
        {"[x for a.b in c]", "(listcomp x for (a .b) in c)"},
        {"[x for a[0], in c]", "(listcomp x for (tuple (a [] 0)) in c)"},
    });
}

TEST(Parser, ReadsLambdas) {
    expectTrees({
        {"lambda a, /, b=1, *c, d, e=2, **f: a",
         "(lambda:<lambda> /a b=1 *c =d =e=2 **f <a b c d e f |> : a@0)"},
        {"lambda *, a: a", "(lambda:<lambda> =a <a |> : a@0)"},
        {"lambda: (yield_, 1)", "(lambda:<lambda> <|> : (tuple yield_ 1))"},
        {"lambda a=1, /: a", "(lambda:<lambda> /a=1 <a |> : a@0)"},
        {"lambda a,: a", "(lambda:<lambda> a <a |> : a@0)"},
    });
}

TEST(Parser, ReadsStrings) {
    expectTrees({
        {"'a' \"b\" '''c'''", "'abc'"},
        {"r'\\n' u'x'", "'\\nx'"},
        {"'\\x41\\u00e9\\U0001F600\\101\\q\\''", "'Aé😀A\\q''"},
        {"'a\\\nb'", "'ab'"},
        {"b'\\x41\\101'", "b'AA'"},
        {"f'a'", "'a'"},
        {"f''", "''"},
        {"f'{x}'", "(f {x})"},
        {"f'a{{{x!r:>{w}.{p}}}}b' 'c'", "(f 'a{' {x!r: '>' {w} '.' {p}} '}' 'b' 'c')"},
        {"f'{x = }'", "(f 'x = ' {x!r})"},
        {"f'{x=:5}'", "(f 'x=' {x: '5'})"},
        {"f'{x=!s}'", "(f 'x=' {x!s})"},
        {"f'{x!=y}'", "(f {(x != y)})"},
        {"f'{(5!)}'", "(f {(5 !)})"},
        {"f'{5!r}'", "(f {5!r})"},
        {"f'{a, b}'", "(f {(tuple a b)})"},
        {"f'{(lambda x: 1)}'", "(f {(lambda:<lambda> x <x |> : 1)})"},
        {"f'{a:{b:{c}}}'", "(f {a: {b: {c}}})"},
        {"f'{'a' f'{b}'}'", "(f {(f 'a' {b})})"},
        {"rf'\\n{x}'", "(f '\\n' {x})"},
        {"f'\\N'",
         "! (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \\N "
         "character escape (<string>, line 1)"},
    });
}

TEST(Parser, ReadsSessionLines) {
    expectTrees({
        {"x = 1", "(= x) 1"},
        {"a = b, c = d = 1, *e", "(= a (tuple b c) d) (tuple 1 *e)"},
        {"[a, (b, *c)] = x", "(= (list a (tuple b *c))) x"},
        {"x[0].y = 1", "(= ((x [] 0) .y)) 1"},
        {"x **= 2", "**(= x) 2"},
        {"x //= 1, 2", "//(= x) (tuple 1 2)"},
        {"del a", "(del a)"},
        {"del a, [b, c.d]", "(del (tuple a (list b (c .d))))"},
        {"f(x, y=2, *a, **k) = x*y", "(= f) (lambda:f x y=2 *a **k <x y a k |> : (* x@0 y@1))"},
        {"f() = 1, 2", "(= f) (lambda:f <|> : (tuple 1 2))"},
        {"f(x) == y", "((f call x) == y)"},
        {"match = 1", "(= match) 1"},
    });
}

TEST(Parser, ReadsTheNotationBeyondPython) {
    expectTrees({
        {"5!==120", "((5 !) == 120)"},
        {"5!=5", "(5 != 5)"},
        {"5!! ! ", "(((5 !) !) !)"},
        {"-5!**2", "(neg (** (5 !) 2))"},
        {"2**3!", "(** 2 (3 !))"},
        {"√2**2", "(** (sqrt 2) 2)"},
        {"-√√16", "(neg (sqrt (sqrt 16)))"},
        {"∛x.y!", "(cbrt ((x .y) !))"},
        {"√(4)(5)", "(sqrt (4 call 5))"},
        {"2**3²", "(** 2 (3 ^ 2))"},
        {"-2²", "(neg (2 ^ 2))"},
        {"x¹⁰ ⁻²", "((x ^ 10) ^ -2)"},
        {"x⁺²", "(x ^ 2)"},
        {"x¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹⁰", "(x ^ #12345678901234567890)"},
        {"π∞", "! invalid character '∞' (U+221E) (<string>, line 1)"},
        {"-∞", "(neg inf)"},
        {"2×3÷4−5⋅6", "(- (/ (* 2 3) 4) (* 5 6))"},
        {"２＋３×（４，ａ）", "(+ 2 (* 3 (tuple 4 a)))"},
        {"１＿０．５ｅ１", "105"},
        {"'×（' + ＂×＂", "(+ '×（' '×')"},
        {"f'×{２×３}×'", "(f '×' {(* 2 3)} '×')"},
        {"1　+　2", "(+ 1 2)"},
        {"1 # ×", "1"},
    });
}

TEST(Parser, NormalizesNames) {
    expectTrees({
        {"ｘ + ﬁ + ℌ + µ", "(+ (+ (+ x fi) H) μ)"},
        {"e\u0301", "\u00e9"},
        {"\u1100\u1161\u11a8", "\uac01"},
        {"a.ﬁ", "(a .fi)"},
        {"lambda ﬁ: fi", "(lambda:<lambda> fi <fi |> : fi@0)"},
        {"q\u0323\u0307 is q\u0307\u0323", "(q\u0323\u0307 is q\u0323\u0307)"},
        {"π_1", "π_1"},
        {"日本語", "日本語"},
    });
}

TEST(Scopes, FollowPythonsRules) {
    expectTrees({
        {"lambda x: x + y", "(lambda:<lambda> x <x |> : (+ x@0 y))"},
        {"lambda x: lambda: x", "(lambda:<lambda> x <x& |> : (lambda:<lambda> <| x&0> : x^0))"},
        {"lambda a: lambda b: lambda c: a+c", "(lambda:<lambda> a <a& |> : (lambda:<lambda> b <b | a&0> : "
                                              "(lambda:<lambda> c <c | a^0> : (+ a^0 c@0))))"},
        {"lambda: (y, (y := 1))", "(lambda:<lambda> <y |> : (tuple y@0 (:= y@0 1)))"},
        {"lambda x=x: x", "(lambda:<lambda> x=x <x |> : x@0)"},
        {"[lambda: i for i in r]", "(listcomp (lambda:<lambda> <| i&0> : i^0) for i&0 in r)"},
        {"[x for x in x]", "(listcomp x@0 for x@0 in x)"},
        {"[[i*j for i in a] for j in b]", "(listcomp (listcomp (* i@1 j@0) for i@1 in a) for j@0 in b)"},
        {"[(i := i+1) for _ in r]", "(listcomp (:= i (+ i 1)) for _@0 in r)"},
        {"lambda: [(y := x) for x in z]", "(lambda:<lambda> <x y |> : (listcomp (:= y@1 x@0) for x@0 in z))"},
        {"lambda: ((y := x) for x in z)",
         "(lambda:<lambda> <y& |> : (genexp <x | y&0> (:= y^0 x@0) for x@0 in z))"},
        {"lambda a: (a+x for x in a)",
         "(lambda:<lambda> a <a& |> : (genexp <x | a&0> (+ a^0 x@0) for x@0 in a&0))"},
        {"lambda x: [x for x in x]", "(lambda:<lambda> x <x x |> : (listcomp x@1 for x@1 in x@0))"},
    });
}

TEST(Parser, KnowsWherePiecesStand) {
    Tree tree;
    ASSERT_FALSE(parse("'é' + (a . b)(c)", tree));
    const auto& chain = *static_cast<const Chain*>(tree.root->value);
    EXPECT_EQ(tree.span(chain.start, chain.end), (Span{0, 16}));
    EXPECT_EQ(tree.span(chain.links[0].operatorStart, chain.links[0].operatorEnd), (Span{4, 5}));
    const auto& call = *static_cast<const Postfix*>(chain.links[0].operand);
    EXPECT_EQ(tree.span(call.start, call.end), (Span{6, 16}));
    EXPECT_EQ(tree.span(call.operand->start, call.operand->end), (Span{7, 12}));
    EXPECT_EQ(tree.span(call.trailers[0].start, call.trailers[0].end), (Span{13, 16}));
}

TEST(Parser, ATreeMayMove) {
    Tree first;
    ASSERT_FALSE(parse("f(x) = [x, 'text', 12345678901234567890]", first));
    const Tree second = std::move(first);
    EXPECT_EQ(treeText(second), "(= f) (lambda:f x <x |> : (list x@0 'text' #12345678901234567890))");
}

} // namespace

} // namespace keisan::eval::syntax
