// SPDX-License-Identifier: MIT
#include "common/eval/syntax/diagnosis_grammar.h"

#include "common/eval/syntax/peg_compiler.h"

namespace keisan::eval::syntax {

namespace {

// Expressions and assignments as CPython 3.13's parser goes through them: which of its special messages a
// broken line gets depends on the order of the alternatives and on how far each of them looks. The notation
// is that of PEGs ('x' a token, [x] perhaps, x* and x+, s.x+ separated by s, &x and !x looking ahead, ~ no
// way back), with left recursion written as repetition.
//   a=x      names what x matched, for the action
//   {...}    the action: what to report, and where (diagnosis_grammar.h, PegActionKind)
//   name!    CPython remembers the rule's outcome
//   name-    no invalid_ rule is tried below it
// An alternative that is a rule of the name invalid_... and nothing else is only tried in a second pass.
constexpr std::string_view kGrammar = R"(
eval: expressions NEWLINE* END
single: NEWLINE* simple_stmts
simple_stmts: simple_stmt !';' eol | ';'.simple_stmt+ [';'] eol
eol: NEWLINE | END

simple_stmt!: assignment | star_expressions | &'del' del_stmt
assignment: NAME ':' expression ['=' annotated_rhs]
    | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
    | (star_targets '=')+ annotated_rhs !'='
    | single_target augassign ~ annotated_rhs
    | invalid_assignment
definition: NEWLINE* NAME '(' [def_params] ')' '=' annotated_rhs eol
annotated_rhs: yield_expr | star_expressions
augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
del_stmt: 'del' del_targets &(';' | NEWLINE | END) | invalid_del_stmt

expressions: expression (',' expression)+ [','] | expression ',' | expression
expression!: invalid_expression | invalid_legacy_expression
    | disjunction 'if' disjunction 'else' expression | disjunction | lambdef
yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
star_expressions: star_expression (',' star_expression)+ [','] | star_expression ',' | star_expression
star_expression!: '*' bitwise_or | expression
star_named_expressions: ','.a=star_named_expression+ [','] {value a}
star_named_expression: '*' bitwise_or | named_expression
assignment_expression: NAME ':=' ~ expression
named_expression: assignment_expression | invalid_named_expression | expression !':='
disjunction!: conjunction ('or' conjunction)*
conjunction!: inversion ('and' inversion)*
inversion!: 'not' inversion | comparison
comparison: bitwise_or compare_pair*
compare_pair: '==' bitwise_or | '!=' bitwise_or | '<=' bitwise_or | '<' bitwise_or | '>=' bitwise_or | '>' bitwise_or
    | 'not' 'in' bitwise_or | 'in' bitwise_or | 'is' 'not' bitwise_or | 'is' bitwise_or
bitwise_or!: bitwise_xor ('|' bitwise_xor)*
bitwise_xor!: bitwise_and ('^' bitwise_and)*
bitwise_and!: shift_expr ('&' shift_expr)*
shift_expr!: (invalid_arithmetic | sum) ('<<' sum | '>>' sum)*
sum!: term ('+' term | '-' term)*
term!: (invalid_factor | factor) ('*' factor | '/' factor | '//' factor | '%' factor | '@' factor)*
factor!: '+' factor | '-' factor | '~' factor | power
power: root '**' factor | root
root: ('√' | '∛') radicand | await_primary
radicand: ('+' | '-' | '~') radicand | root
await_primary!: 'await' primary | primary
primary!: atom (primary_trailer | '!' | SUPERSCRIPT)*
primary_trailer: '.' NAME | genexp | '(' [arguments] ')' | '[' slices ']'
slices: slice !',' | ','.(slice | starred_expression)+ [',']
slice: [expression] ':' [expression] [':' [expression]] | named_expression
atom: NAME | 'True' | 'False' | 'None' | &(STRING | FSTRING_START) strings | NUMBER | INFINITY
    | &'(' (tuple | group | genexp) | &'[' (list | listcomp) | &'{' (dict | set | dictcomp | setcomp) | '...'
group: '(' (yield_expr | named_expression) ')' | invalid_group

lambdef: 'lambda' [lambda_params] ':' expression
lambda_params: invalid_lambda_parameters | lambda_parameters
lambda_parameters:
      lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* [lambda_star_etc]
    | lambda_slash_with_default lambda_param_with_default* [lambda_star_etc]
    | lambda_param_no_default+ lambda_param_with_default* [lambda_star_etc]
    | lambda_param_with_default+ [lambda_star_etc]
    | lambda_star_etc
lambda_slash_no_default: lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':'
lambda_slash_with_default: lambda_param_no_default* lambda_param_with_default+ '/' ','
    | lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc: invalid_lambda_star_etc
    | '*' lambda_param_no_default lambda_param_maybe_default* [lambda_kwds]
    | '*' ',' lambda_param_maybe_default+ [lambda_kwds]
    | lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' lambda_param_no_default
lambda_param_no_default: a=lambda_param ',' {value a} | a=lambda_param &':' {value a}
lambda_param_with_default: lambda_param default ',' | lambda_param default &':'
lambda_param_maybe_default: lambda_param [default] ',' | lambda_param [default] &':'
lambda_param: NAME
default: '=' expression | invalid_default

def_params: invalid_def_parameters | def_parameters
def_parameters:
      def_slash_no_default def_param_no_default* def_param_with_default* [def_star_etc]
    | def_slash_with_default def_param_with_default* [def_star_etc]
    | def_param_no_default+ def_param_with_default* [def_star_etc]
    | def_param_with_default+ [def_star_etc]
    | def_star_etc
def_slash_no_default: def_param_no_default+ '/' ',' | def_param_no_default+ '/' &')'
def_slash_with_default: def_param_no_default* def_param_with_default+ '/' ','
    | def_param_no_default* def_param_with_default+ '/' &')'
def_star_etc: invalid_def_star_etc
    | '*' def_param_no_default def_param_maybe_default* [def_kwds]
    | '*' ',' def_param_maybe_default+ [def_kwds]
    | def_kwds
def_kwds: invalid_def_kwds | '**' def_param_no_default
def_param_no_default: a=lambda_param ',' {value a} | a=lambda_param &')' {value a}
def_param_with_default: lambda_param default ',' | lambda_param default &')'
def_param_maybe_default: lambda_param [default] ',' | lambda_param [default] &')'

fstring: a=FSTRING_START fstring_middle* b=FSTRING_END {fstring a b}
fstring_middle: fstring_replacement_field | FSTRING_MIDDLE
fstring_replacement_field:
      '{' annotated_rhs ['='] a=fstring_conversion [fstring_full_format_spec] '}' {conversion_character a}
    | '{' annotated_rhs ['='] [fstring_full_format_spec] '}'
    | invalid_replacement_field
fstring_conversion: a=CONVERSION b=NAME {conversion a b}
fstring_full_format_spec: ':' fstring_format_spec*
fstring_format_spec: a=FSTRING_MIDDLE {specification a} | fstring_replacement_field
strings!: a=string_parts {strings a}
string_parts: (fstring | string)+
string: a=STRING {string a}

list: '[' [star_named_expressions] ']'
tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
set: '{' star_named_expressions '}'
dict: '{' [double_starred_kvpairs] '}' | '{' invalid_double_starred_kvpairs '}'
double_starred_kvpairs: ','.double_starred_kvpair+ [',']
double_starred_kvpair: '**' bitwise_or | kvpair
kvpair: expression ':' expression

for_if_clauses: a=for_if_clause+ {value a}
for_if_clause: 'async' 'for' star_targets 'in' ~ a=disjunction ('if' a=disjunction)* {value a}
    | 'for' star_targets 'in' ~ a=disjunction ('if' a=disjunction)* {value a}
    | ['async'] 'for' bitwise_or (',' bitwise_or)* [','] !'in' {last "'in' expected after for-loop variables"}
    | invalid_for_target
listcomp: '[' named_expression for_if_clauses ']' | invalid_comprehension
setcomp: '{' named_expression for_if_clauses '}' | invalid_comprehension
genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')' | invalid_comprehension
dictcomp: '{' kvpair for_if_clauses '}' | invalid_dict_comprehension

arguments!: args [','] &')' | invalid_arguments
args: ','.positional+ [',' kwargs] | kwargs
positional: (starred_expression | (assignment_expression | expression !':=') !'=')
kwargs: ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+
    | ','.kwarg_or_starred+
    | ','.kwarg_or_double_starred+
starred_expression: invalid_starred_expression_unpacking | '*' expression | '*' {last "Invalid star expression"}
kwarg_or_starred: invalid_kwarg | NAME '=' expression | starred_expression
kwarg_or_double_starred: invalid_kwarg | NAME '=' expression | '**' expression

star_targets: star_target !',' | star_target (',' star_target)* [',']
star_targets_list_seq: ','.star_target+ [',']
star_targets_tuple_seq: star_target (',' star_target)+ [','] | star_target ','
star_target!: '*' !'*' star_target | target_with_star_atom
target_with_star_atom!: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | star_atom
star_atom: NAME | '(' target_with_star_atom ')' | '(' [star_targets_tuple_seq] ')' | '[' [star_targets_list_seq] ']'
single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
single_subscript_attribute_target: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead
t_primary!: atom &t_lookahead (t_trailer &t_lookahead)*
t_trailer: '.' NAME | '[' slices ']' | genexp | '(' [arguments] ')' | '!' | SUPERSCRIPT
t_lookahead: '(' | '[' | '.' | '!' | SUPERSCRIPT
del_targets: ','.del_target+ [',']
del_target!: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_t_atom
del_t_atom: NAME | '(' del_target ')' | '(' [del_targets] ')' | '[' [del_targets] ']'

invalid_arguments:
      (','.positional+ ',' kwargs | kwargs) a=',' ','.(starred_expression !'=')+
      {from a "iterable argument unpacking follows keyword argument unpacking"}
    | a=expression b=for_if_clauses ',' [args | expression for_if_clauses]
      {range a b "Generator expression must be parenthesized"}
    | a=NAME b='=' expression for_if_clauses
      {range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
    | [args ','] a=NAME b='=' &(',' | ')') {range a b "expected argument value expression"}
    | a=args b=for_if_clauses {bare_generator a b "Generator expression must be parenthesized"}
    | args ',' a=expression b=for_if_clauses {range a b "Generator expression must be parenthesized"}
    | a=args ',' args {positional_after_keyword a}
invalid_kwarg:
      a=('True' | 'False' | 'None') b='=' {range a b "cannot assign to %t"}
    | a=NAME b='=' expression for_if_clauses
      {range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
    | !(NAME '=') a=expression b='='
      {range a b "expression cannot contain assignment, perhaps you meant \"==\"?"}
    | a='**' expression '=' b=expression {range a b "cannot assign to keyword argument unpacking"}
expression_without_invalid-: disjunction 'if' disjunction 'else' expression | disjunction | lambdef
invalid_legacy_expression: a=NAME !'(' b=star_expressions {legacy a b}
invalid_expression:
      !(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_without_invalid {missing_comma a b}
    | a=disjunction 'if' b=disjunction !('else' | ':') {range a b "expected 'else' after 'if' expression"}
    | a='lambda' [lambda_params] b=':' &FSTRING_MIDDLE
      {range a b "f-string: lambda expressions are not allowed without parentheses"}
invalid_named_expression!:
      a=expression ':=' expression {at a "cannot use assignment expressions with %s"}
    | a=NAME '=' b=bitwise_or !('=' | ':=') {range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
    | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=')
      {at a "cannot assign to %s here. Maybe you meant '==' instead of '='?"}
invalid_assignment:
      a=invalid_ann_assign_target ':' expression {at a "only single target (not %s) can be annotated"}
    | a=star_named_expression ',' star_named_expressions* ':' expression
      {at a "only single target (not tuple) can be annotated"}
    | a=expression ':' expression {at a "illegal target for annotation"}
    | (star_targets '=')* a=star_expressions '=' {target a "cannot assign to %s"}
    | (star_targets '=')* a=yield_expr '=' {at a "assignment to yield expression not possible"}
    | a=star_expressions augassign annotated_rhs {at a "'%s' is an illegal expression for augmented assignment"}
invalid_ann_assign_target: list | tuple | '(' a=invalid_ann_assign_target ')' {value a}
invalid_del_stmt: 'del' a=star_expressions {del_target a "cannot delete %s"}
invalid_comprehension:
      ('[' | '(' | '{') a=starred_expression for_if_clauses {at a "iterable unpacking cannot be used in comprehension"}
    | ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses
      {range a b "did you forget parentheses around the comprehension target?"}
    | ('[' | '{') a=star_named_expression b=',' for_if_clauses
      {range a b "did you forget parentheses around the comprehension target?"}
invalid_dict_comprehension: '{' a='**' bitwise_or for_if_clauses '}'
      {at a "dict unpacking cannot be used in dict comprehension"}
invalid_lambda_parameters:
      a='/' ',' {at a "at least one argument must precede /"}
    | (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a='/'
      {at a "/ may appear only once"}
    | [lambda_slash_no_default] lambda_param_no_default* invalid_lambda_parameters_helper a=lambda_param_no_default
      {at a "parameter without a default follows parameter with a default"}
    | lambda_param_no_default* a='(' ','.lambda_param+ [','] b=')'
      {range a b "Lambda expression parameters cannot be parenthesized"}
    | [lambda_slash_no_default | lambda_slash_with_default] lambda_param_maybe_default* '*'
      (',' | lambda_param_no_default) lambda_param_maybe_default* a='/' {at a "/ must be ahead of *"}
    | lambda_param_maybe_default+ '/' a='*' {at a "expected comma between / and *"}
invalid_lambda_parameters_helper: lambda_slash_with_default | lambda_param_with_default+
invalid_lambda_star_etc:
      '*' (':' | ',' (':' | '**')) {last "named arguments must follow bare *"}
    | '*' lambda_param a='=' {at a "var-positional argument cannot have default value"}
    | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a='*' (lambda_param_no_default | ',')
      {at a "* argument may appear only once"}
invalid_lambda_kwds:
      '**' lambda_param a='=' {at a "var-keyword argument cannot have default value"}
    | '**' lambda_param ',' a=lambda_param {at a "arguments cannot follow var-keyword argument"}
    | '**' lambda_param ',' a=('*' | '**' | '/') {at a "arguments cannot follow var-keyword argument"}
invalid_default: a='=' &(')' | ',') {at a "expected default value expression"}
invalid_def_parameters:
      a='/' ',' {at a "at least one argument must precede /"}
    | (def_slash_no_default | def_slash_with_default) def_param_maybe_default* a='/' {at a "/ may appear only once"}
    | [def_slash_no_default] def_param_no_default* invalid_def_parameters_helper a=def_param_no_default
      {at a "parameter without a default follows parameter with a default"}
    | def_param_no_default* a='(' def_param_no_default+ [','] b=')'
      {range a b "Function parameters cannot be parenthesized"}
    | [def_slash_no_default | def_slash_with_default] def_param_maybe_default* '*'
      (',' | def_param_no_default) def_param_maybe_default* a='/' {at a "/ must be ahead of *"}
    | def_param_maybe_default+ '/' a='*' {at a "expected comma between / and *"}
invalid_def_parameters_helper: def_slash_with_default | def_param_with_default+
invalid_def_star_etc:
      a='*' (')' | ',' (')' | '**')) {at a "named arguments must follow bare *"}
    | '*' lambda_param a='=' {at a "var-positional argument cannot have default value"}
    | '*' (def_param_no_default | ',') def_param_maybe_default* a='*' (def_param_no_default | ',')
      {at a "* argument may appear only once"}
invalid_def_kwds:
      '**' lambda_param a='=' {at a "var-keyword argument cannot have default value"}
    | '**' lambda_param ',' a=lambda_param {at a "arguments cannot follow var-keyword argument"}
    | '**' lambda_param ',' a=('*' | '**' | '/') {at a "arguments cannot follow var-keyword argument"}
invalid_for_target: ['async'] 'for' a=star_expressions {for_target a "cannot assign to %s"}
invalid_group:
      '(' a=starred_expression ')' {at a "cannot use starred expression here"}
    | '(' a='**' expression ')' {at a "cannot use double starred expression here"}
invalid_double_starred_kvpairs:
      ','.double_starred_kvpair+ ',' invalid_kvpair
    | expression ':' a='*' bitwise_or {from a "cannot use a starred expression in a dictionary value"}
    | expression a=':' &('}' | ',') {at a "expression expected after dictionary key and ':'"}
invalid_kvpair:
      a=expression !':' {key_without_colon a "':' expected after dictionary key"}
    | expression ':' a='*' bitwise_or {from a "cannot use a starred expression in a dictionary value"}
    | expression a=':' &('}' | ',') {at a "expression expected after dictionary key and ':'"}
invalid_starred_expression_unpacking:
      a='*' expression '=' b=expression {range a b "cannot assign to iterable argument unpacking"}
invalid_replacement_field:
      '{' a='=' {at a "f-string: valid expression required before '='"}
    | '{' a=CONVERSION {at a "f-string: valid expression required before '!'"}
    | '{' a=':' {at a "f-string: valid expression required before ':'"}
    | '{' a='}' {at a "f-string: valid expression required before '}'"}
    | '{' !annotated_rhs {next "f-string: expecting a valid expression after '{'"}
    | '{' annotated_rhs !('=' | CONVERSION | ':' | '}') {next "f-string: expecting '=', or '!', or ':', or '}'"}
    | '{' annotated_rhs '=' !(CONVERSION | ':' | '}') {next "f-string: expecting '!', or ':', or '}'"}
    | '{' annotated_rhs ['='] invalid_conversion_character
    | '{' annotated_rhs ['='] [CONVERSION NAME] !(':' | '}') {next "f-string: expecting ':' or '}'"}
    | '{' annotated_rhs ['='] [CONVERSION NAME] ':' fstring_format_spec* !'}'
      {next "f-string: expecting '}', or format specs"}
    | '{' annotated_rhs ['='] [CONVERSION NAME] !'}' {next "f-string: expecting '}'"}
invalid_conversion_character:
      CONVERSION &(':' | '}') {next "f-string: missing conversion character"}
    | CONVERSION !NAME {next "f-string: invalid conversion character"}
invalid_arithmetic: sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion
      {range a b "'not' after an operator must be parenthesized"}
invalid_factor: ('+' | '-' | '~') a='not' b=factor {range a b "'not' after an operator must be parenthesized"}
)";

} // namespace

const PegGrammar& diagnosisGrammar() {
    static const PegGrammar grammar = compilePegGrammar(kGrammar);
    return grammar;
}

} // namespace keisan::eval::syntax
