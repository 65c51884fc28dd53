// The diagnoser's grammar: Python 3.13, and the mistakes CPython knows by name.
//
// Notation: 'text' is a token, "text" a soft keyword, capitals are other tokens, words are rules; ( ) groups,
// [ ] or ? is optional, * and + repeat, x.y+ is a list of y between x; & and ! look ahead, && reports what it
// expected, ~ commits to the alternative. x=y labels a value. Rules named invalid_… match mistakes, and are tried
// only when the program is known to be wrong. (memo) rules remember their results, (left) ones are left-recursive.
//
// Behind => stands what becomes of a match: a kind of node and its parts, the value of a label, or an error:
// `at a` and `range a b` mark labelled parts, `from a` all from there to where the tokens have been read, `last` the
// last token read, `next` the next one. {a.name}, {a.line}, {a.text} in a message stand for what the part is called, its
// line, and its source.

package parser

const grammarText = `
file: statement* EOF
single: compound NEWLINE | simple_line | NEWLINE
eval: expressions NEWLINE* EOF

statement: compound | simple_line
simple_line: simple !';' NEWLINE | ';'.simple+ ';'? NEWLINE
simple (memo): assignment
	| &"type" type_alias | star_expressions
	| &'return' return_stmt | &('import' | 'from') import_stmt | &'raise' raise_stmt | 'pass' | &'del' del_stmt
	| &'yield' yield_expr | &'assert' assert_stmt | 'break' | 'continue' | &'global' global_stmt | &'nonlocal' nonlocal_stmt
compound: &('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def
	| &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt | match_stmt

# simple statements

assignment: NAME ':' expression ['=' rhs]
	| ('(' single_target ')' | attribute_target) ':' expression ['=' rhs]
	| (star_targets '=')+ rhs !'='
	| single_target augmented ~ rhs
	| invalid_assignment
rhs: yield_expr | star_expressions
augmented: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
invalid_assignment: a=invalid_annotated ':' expression => at a «only single target (not {a.name}) can be annotated»
	| a=star_named ',' star_nameds* ':' expression => at a «only single target (not tuple) can be annotated»
	| a=expression ':' expression => at a «illegal target for annotation»
	| (star_targets '=')* a=star_expressions '=' => storeTarget a
	| (star_targets '=')* a=yield_expr '=' => at a «assignment to yield expression not possible»
	| a=star_expressions augmented rhs => at a «'{a.name}' is an illegal expression for augmented assignment»
invalid_annotated: list | tuple | '(' a=invalid_annotated ')' => a
return_stmt: 'return' [star_expressions]
raise_stmt: 'raise' expression ['from' expression] | 'raise'
global_stmt: 'global' ','.NAME+
nonlocal_stmt: 'nonlocal' ','.NAME+
del_stmt: 'del' del_targets &(';' | NEWLINE) | invalid_del
invalid_del: 'del' a=star_expressions => deleteTarget a
assert_stmt: 'assert' expression [',' expression]
type_alias: "type" NAME [type_params] '=' expression

import_stmt: invalid_import | 'import' ','.import_as+
	| 'from' ('.' | '...')* dotted_name 'import' imported | 'from' ('.' | '...')+ 'import' imported
invalid_import: a='import' ','.dotted_name+ 'from' dotted_name => from a «Did you mean to use 'from ... import ...' instead?»
	| 'import' a=NEWLINE => from a «Expected one or more names after 'import'»
import_as: dotted_name ['as' NAME]
dotted_name (left): dotted_name '.' NAME | NAME
imported: '(' ','.imported_as+ ','? ')' | ','.imported_as+ !',' | '*' | invalid_imported
imported_as: NAME ['as' NAME]
invalid_imported: ','.imported_as+ ',' NEWLINE => last «trailing comma not allowed without surrounding parentheses»
	| a=NEWLINE => from a «Expected one or more names after 'import'»

# compound statements

block (memo): NEWLINE INDENT statement+ DEDENT | simple_line | invalid_block
invalid_block: NEWLINE !INDENT => indent «expected an indented block»
decorators: ('@' named NEWLINE)+

class_def: decorators class_raw | class_raw
class_raw: invalid_class | 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
invalid_class: 'class' NAME [type_params] ['(' [arguments] ')'] NEWLINE => last «expected ':'»
	| a='class' NAME [type_params] ['(' [arguments] ')'] ':' NEWLINE !INDENT => indent a «expected an indented block after class definition on line {a.line}»
function_def: decorators function_raw | function_raw
function_raw: invalid_def
	| 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' block
	| 'async' 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' block
invalid_def: ['async'] a='def' NAME [type_params] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT
	=> indent a «expected an indented block after function definition on line {a.line}»

if_stmt: invalid_if | 'if' named ':' block elif_stmt | 'if' named ':' block [else_block]
invalid_if: 'if' named NEWLINE => last «expected ':'»
	| a='if' named ':' NEWLINE !INDENT => indent a «expected an indented block after 'if' statement on line {a.line}»
elif_stmt: invalid_elif | 'elif' named ':' block elif_stmt | 'elif' named ':' block [else_block]
invalid_elif: 'elif' named NEWLINE => last «expected ':'»
	| a='elif' named ':' NEWLINE !INDENT => indent a «expected an indented block after 'elif' statement on line {a.line}»
else_block: invalid_else | 'else' &&':' block
invalid_else: a='else' ':' NEWLINE !INDENT => indent a «expected an indented block after 'else' statement on line {a.line}»
while_stmt: invalid_while | 'while' named ':' block [else_block]
invalid_while: 'while' named NEWLINE => last «expected ':'»
	| a='while' named ':' NEWLINE !INDENT => indent a «expected an indented block after 'while' statement on line {a.line}»
for_stmt: invalid_for
	| 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
	| 'async' 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
	| invalid_for_target
invalid_for: ['async'] 'for' star_targets 'in' star_expressions NEWLINE => last «expected ':'»
	| ['async'] a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT
	=> indent a «expected an indented block after 'for' statement on line {a.line}»
invalid_for_target: 'async'? 'for' a=star_expressions => forTarget a

with_stmt: invalid_with_indent
	| 'with' '(' ','.with_item+ ','? ')' ':' block | 'with' ','.with_item+ ':' block
	| 'async' 'with' '(' ','.with_item+ ','? ')' ':' block | 'async' 'with' ','.with_item+ ':' block
	| invalid_with
with_item: expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
invalid_with_item: expression 'as' a=expression &(',' | ')' | ':') => storeTarget a
invalid_with: ['async'] 'with' ','.(expression ['as' star_target])+ NEWLINE => last «expected ':'»
	| ['async'] 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' NEWLINE => last «expected ':'»
invalid_with_indent: ['async'] a='with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT
	=> indent a «expected an indented block after 'with' statement on line {a.line}»
	| ['async'] a='with' '(' ','.(expressions ['as' star_target])+ ','? ')' ':' NEWLINE !INDENT
	=> indent a «expected an indented block after 'with' statement on line {a.line}»

try_stmt: invalid_try | 'try' &&':' block finally_block
	| 'try' &&':' block except_block+ [else_block] [finally_block]
	| 'try' &&':' block except_star_block+ [else_block] [finally_block]
invalid_try: a='try' ':' NEWLINE !INDENT => indent a «expected an indented block after 'try' statement on line {a.line}»
	| 'try' ':' block !('except' | 'finally') => last «expected 'except' or 'finally' block»
	| 'try' ':' block* except_block+ a='except' b='*' expression ['as' NAME] ':'
	=> range a b «cannot have both 'except' and 'except*' on the same 'try'»
	| 'try' ':' block* except_star_block+ a='except' [expression ['as' NAME]] ':'
	=> at a «cannot have both 'except' and 'except*' on the same 'try'»
except_block: invalid_except_indent | 'except' expression ['as' NAME] ':' block | 'except' ':' block | invalid_except
except_star_block: invalid_except_star_indent | 'except' '*' expression ['as' NAME] ':' block | invalid_except
finally_block: invalid_finally | 'finally' &&':' block
invalid_finally: a='finally' ':' NEWLINE !INDENT => indent a «expected an indented block after 'finally' statement on line {a.line}»
invalid_except: 'except' '*'? a=expression ',' expressions ['as' NAME] ':' => from a «multiple exception types must be parenthesized»
	| 'except' '*'? expression ['as' NAME] NEWLINE => last «expected ':'»
	| 'except' NEWLINE => last «expected ':'»
	| 'except' '*' (NEWLINE | ':') => last «expected one or more exception types»
invalid_except_indent: a='except' expression ['as' NAME] ':' NEWLINE !INDENT
	=> indent a «expected an indented block after 'except' statement on line {a.line}»
	| a='except' ':' NEWLINE !INDENT => indent a «expected an indented block after 'except' statement on line {a.line}»
invalid_except_star_indent: a='except' '*' expression ['as' NAME] ':' NEWLINE !INDENT
	=> indent a «expected an indented block after 'except*' statement on line {a.line}»

# parameters: those of def end at ")", those of lambda at ":"

params: invalid_params | parameters
parameters: slash_plain plain* default_param* [star_etc] | slash_default default_param* [star_etc]
	| plain+ default_param* [star_etc] | default_param+ [star_etc] | star_etc
slash_plain: plain+ '/' ',' | plain+ '/' &')'
slash_default: plain* default_param+ '/' ',' | plain* default_param+ '/' &')'
star_etc: invalid_star_etc | '*' plain any_param* [kwds] | '*' plain_star any_param* [kwds] | '*' ',' any_param+ [kwds] | kwds
kwds: invalid_kwds | '**' plain
plain: a=param ',' => a | a=param &')' => a
plain_star: param_star ',' | param_star &')'
default_param: param default ',' | param default &')'
any_param: param default? ',' | param default? &')'
param: NAME [':' expression] => Group
param_star: NAME ':' star_expression
default: '=' expression | invalid_default
invalid_default: a='=' &(')' | ',') => at a «expected default value expression»
invalid_params: a='/' ',' => at a «at least one argument must precede /»
	| (slash_plain | slash_default) any_param* a='/' => at a «/ may appear only once»
	| slash_plain? plain* invalid_params_helper a=plain => at a «parameter without a default follows parameter with a default»
	| plain* a='(' plain+ ','? b=')' => range a b «Function parameters cannot be parenthesized»
	| (slash_plain | slash_default)? any_param* '*' (',' | plain) any_param* a='/' => at a «/ must be ahead of *»
	| any_param+ '/' a='*' => at a «expected comma between / and *»
invalid_params_helper: slash_default | default_param+
invalid_star_etc: a='*' (')' | ',' (')' | '**')) => at a «named arguments must follow bare *»
	| '*' param a='=' => at a «var-positional argument cannot have default value»
	| '*' (plain | ',') any_param* a='*' (plain | ',') => at a «* argument may appear only once»
invalid_kwds: '**' param a='=' => at a «var-keyword argument cannot have default value»
	| '**' param ',' a=param => at a «arguments cannot follow var-keyword argument»
	| '**' param ',' a=('*' | '**' | '/') => at a «arguments cannot follow var-keyword argument»

lambda: 'lambda' [lambda_params] ':' expression => Lambda
lambda_params: invalid_lambda_params | lambda_parameters
lambda_parameters: lambda_slash_plain lambda_plain* lambda_default* [lambda_star_etc] | lambda_slash_default lambda_default* [lambda_star_etc]
	| lambda_plain+ lambda_default* [lambda_star_etc] | lambda_default+ [lambda_star_etc] | lambda_star_etc
lambda_slash_plain: lambda_plain+ '/' ',' | lambda_plain+ '/' &':'
lambda_slash_default: lambda_plain* lambda_default+ '/' ',' | lambda_plain* lambda_default+ '/' &':'
lambda_star_etc: invalid_lambda_star_etc | '*' lambda_plain lambda_any* [lambda_kwds] | '*' ',' lambda_any+ [lambda_kwds] | lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' lambda_plain
lambda_plain: a=NAME ',' => a | a=NAME &':' => a
lambda_default: NAME default ',' | NAME default &':'
lambda_any: NAME default? ',' | NAME default? &':'
invalid_lambda_params: a='/' ',' => at a «at least one argument must precede /»
	| (lambda_slash_plain | lambda_slash_default) lambda_any* a='/' => at a «/ may appear only once»
	| lambda_slash_plain? lambda_plain* invalid_lambda_helper a=lambda_plain => at a «parameter without a default follows parameter with a default»
	| lambda_plain* a='(' ','.NAME+ ','? b=')' => range a b «Lambda expression parameters cannot be parenthesized»
	| (lambda_slash_plain | lambda_slash_default)? lambda_any* '*' (',' | lambda_plain) lambda_any* a='/' => at a «/ must be ahead of *»
	| lambda_any+ '/' a='*' => at a «expected comma between / and *»
invalid_lambda_helper: lambda_slash_default | lambda_default+
invalid_lambda_star_etc: '*' (':' | ',' (':' | '**')) => last «named arguments must follow bare *»
	| '*' NAME a='=' => at a «var-positional argument cannot have default value»
	| '*' (lambda_plain | ',') lambda_any* a='*' (lambda_plain | ',') => at a «* argument may appear only once»
invalid_lambda_kwds: '**' NAME a='=' => at a «var-keyword argument cannot have default value»
	| '**' NAME ',' a=NAME => at a «arguments cannot follow var-keyword argument»
	| '**' NAME ',' a=('*' | '**' | '/') => at a «arguments cannot follow var-keyword argument»

type_params: invalid_type_params | '[' ','.type_param+ ','? ']'
invalid_type_params: '[' a=']' => from a «Type parameter list cannot be empty»
type_param (memo): NAME [':' expression] ['=' expression]
	| '*' NAME a=':' b=expression => typeVarTuple a b | '*' NAME ['=' star_expression]
	| '**' NAME a=':' b=expression => paramSpec a b | '**' NAME ['=' expression]

# match statements

match_stmt: "match" subject ':' NEWLINE INDENT case_block+ DEDENT | invalid_match
invalid_match: "match" subject NEWLINE => last «expected ':'»
	| a="match" subject ':' NEWLINE !INDENT => indent a «expected an indented block after 'match' statement on line {a.line}»
subject: star_named ',' star_nameds? | named
case_block: invalid_case | "case" patterns guard? ':' block
invalid_case: "case" patterns guard? NEWLINE => last «expected ':'»
	| a="case" patterns guard? ':' NEWLINE !INDENT => indent a «expected an indented block after 'case' statement on line {a.line}»
guard: 'if' named
patterns: open_sequence | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' capture_target | invalid_as_pattern
invalid_as_pattern: or_pattern 'as' a="_" => at a «cannot use '_' as a target»
	| or_pattern 'as' !NAME a=expression => at a «invalid pattern target»
or_pattern: '|'.closed_pattern+
closed_pattern (memo): literal_pattern | capture_target | "_" | value_pattern | group_pattern | sequence_pattern | mapping_pattern | class_pattern
literal_pattern: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
signed_number: number | '-' number
complex_number: real_number '+' imaginary_number | real_number '-' imaginary_number
real_number: a=number => realNumber a | '-' a=number => realNumber a
imaginary_number: a=number => imaginaryNumber a
capture_target: !"_" NAME !('.' | '(' | '=')
value_pattern: dotted !('.' | '(' | '=')
dotted (left): name_or_attr '.' NAME
name_or_attr: dotted | NAME
group_pattern: '(' pattern ')'
sequence_pattern: '[' maybe_sequence? ']' | '(' open_sequence? ')'
open_sequence: maybe_star ',' maybe_sequence?
maybe_sequence: ','.maybe_star+ ','?
maybe_star: star_pattern | pattern
star_pattern (memo): '*' capture_target | '*' "_"
mapping_pattern: '{' '}' | '{' '**' capture_target ','? '}' | '{' ','.key_value_pattern+ ',' '**' capture_target ','? '}' | '{' ','.key_value_pattern+ ','? '}'
key_value_pattern: (literal_pattern | dotted) ':' pattern
class_pattern: name_or_attr '(' ')' | name_or_attr '(' ','.pattern+ ','? ')' | name_or_attr '(' ','.keyword_pattern+ ','? ')'
	| name_or_attr '(' ','.pattern+ ',' ','.keyword_pattern+ ','? ')' | invalid_class_pattern
keyword_pattern: NAME '=' pattern
invalid_class_pattern: name_or_attr '(' a=invalid_class_arguments => at a «positional patterns follow keyword patterns»
invalid_class_arguments: [','.pattern+ ','] ','.keyword_pattern+ ',' a=pattern_list => a
pattern_list: ','.pattern+

# expressions

expressions: a=expression b=(',' c=expression => c)+ ','? => Tuple a b | a=expression ',' => Tuple a | expression
expression (memo): invalid_expression | invalid_legacy
	| disjunction 'if' disjunction 'else' expression => Conditional | disjunction | lambda
invalid_expression: !(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_quietly => missingComma a b
	| a=disjunction 'if' b=disjunction !('else' | ':') => range a b «expected 'else' after 'if' expression»
	| a='lambda' [lambda_params] b=':' &FSTRING_MIDDLE => range a b «f-string: lambda expressions are not allowed without parentheses»
invalid_legacy: a=NAME !'(' b=star_expressions => legacyStatement a b
expression_quiet: disjunction 'if' disjunction 'else' expression => Conditional | disjunction | lambda
expression_quietly: expression_quiet
yield_expr: 'yield' 'from' expression => Yield | 'yield' [star_expressions] => Yield
star_expressions: a=star_expression b=(',' c=star_expression => c)+ ','? => Tuple a b | a=star_expression ',' => Tuple a | star_expression
star_expression (memo): '*' a=bitwise_or => Starred a | expression
star_nameds: ','.star_named+ ','? => Group
star_named: '*' a=bitwise_or => Starred a | named
walrus: NAME ':=' ~ expression => Named
named: NAME ':=' ~ expression => Named | invalid_named | a=expression !':=' => a
invalid_named (memo): a=expression ':=' expression => at a «cannot use assignment expressions with {a.name}»
	| a=NAME '=' b=bitwise_or !('=' | ':=') => range a b «invalid syntax. Maybe you meant '==' or ':=' instead of '='?»
	| !(list | tuple | generator | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=')
	=> at a «cannot assign to {a.name} here. Maybe you meant '==' instead of '='?»
disjunction (memo): conjunction ('or' conjunction)+ => Operation | conjunction
conjunction (memo): inversion ('and' inversion)+ => Operation | inversion
inversion (memo): 'not' inversion => Operation | comparison
comparison: a=bitwise_or b=compared+ => Comparison a b | bitwise_or
compared: '==' bitwise_or | '!=' bitwise_or | '<=' bitwise_or | '<' bitwise_or | '>=' bitwise_or | '>' bitwise_or
	| 'not' 'in' bitwise_or | 'in' bitwise_or | 'is' 'not' bitwise_or | 'is' bitwise_or
bitwise_or (left): bitwise_or '|' bitwise_xor => Operation | bitwise_xor
bitwise_xor (left): bitwise_xor '^' bitwise_and => Operation | bitwise_and
bitwise_and (left): bitwise_and '&' shift => Operation | shift
shift (left): shift '<<' sum => Operation | shift '>>' sum => Operation | invalid_arithmetic | sum
sum (left): sum '+' term => Operation | sum '-' term => Operation | term
term (left): term '*' factor => Operation | term '/' factor => Operation | term '//' factor => Operation
	| term '%' factor => Operation | term '@' factor => Operation | factor
factor (memo): '+' factor => Operation | '-' factor => Operation | '~' factor => Operation | invalid_factor | power
invalid_arithmetic: sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion => range a b «'not' after an operator must be parenthesized»
invalid_factor: ('+' | '-' | '~') a='not' b=factor => range a b «'not' after an operator must be parenthesized»
power: await_primary '**' factor => Operation | await_primary
await_primary (memo): 'await' primary => Await | primary
primary (left): primary '.' NAME => Attribute | primary generator => Call | primary '(' [arguments] ')' => Call
	| primary '[' slices ']' => Subscript | atom
slices: slice !',' | ','.(slice | starred)+ ','? => Tuple
slice: expression? ':' expression? [':' expression?] => Group | named
atom: NAME | 'True' | 'False' | 'None' | &(STRING | FSTRING_START) a=strings => a | number
	| &'(' a=(tuple | group | generator) => a | &'[' a=(list | list_comp) => a | &'{' a=(dict | set | dict_comp | set_comp) => a | '...'
number: a=NUMBER => number a
group: '(' a=(yield_expr | named) ')' => a | invalid_group
invalid_group: '(' a=starred ')' => at a «cannot use starred expression here»
	| '(' a='**' expression ')' => at a «cannot use double starred expression here»
list: '[' a=list_items? ']' => List a
list_items: a=','.star_named+ ','? => a
tuple: '(' a=[b=star_named ',' c=list_items? => Group b c] ')' => tuple a
generator: '(' (walrus | expression !':=') clauses ')' => Generator | invalid_comprehension
list_comp: '[' named clauses ']' => ListComp | invalid_comprehension
set: '{' star_nameds '}' => Set
set_comp: '{' named clauses '}' => SetComp | invalid_comprehension
invalid_comprehension: ('[' | '(' | '{') a=starred clauses => at a «iterable unpacking cannot be used in comprehension»
	| ('[' | '{') a=star_named ',' b=list_items clauses => range a b «did you forget parentheses around the comprehension target?»
	| ('[' | '{') a=star_named b=',' clauses => range a b «did you forget parentheses around the comprehension target?»
dict: '{' [','.pair+ ','?] '}' => Dict | '{' invalid_pairs '}'
pair: '**' bitwise_or | expression ':' expression
dict_comp: '{' expression ':' expression clauses '}' => DictComp | invalid_dict_comp
invalid_dict_comp: '{' a='**' bitwise_or clauses '}' => at a «dict unpacking cannot be used in dict comprehension»
invalid_pairs: ','.pair+ ',' invalid_pair
	| expression ':' a='*' bitwise_or => from a «cannot use a starred expression in a dictionary value»
	| expression a=':' &('}' | ',') => at a «expression expected after dictionary key and ':'»
invalid_pair: a=expression !(':') => missingColon a
	| expression ':' a='*' bitwise_or => from a «cannot use a starred expression in a dictionary value»
	| expression a=':' &('}' | ',') => at a «expression expected after dictionary key and ':'»
clauses: clause+
clause: 'async' 'for' star_targets 'in' ~ a=disjunction b=('if' z=disjunction => z)* => Clause a b
	| 'for' star_targets 'in' ~ a=disjunction b=('if' z=disjunction => z)* => Clause a b
	| 'async'? 'for' (bitwise_or (',' bitwise_or)* ','?) !'in' => last «'in' expected after for-loop variables» | invalid_for_target

# arguments

arguments (memo): a=args ','? &')' => a | invalid_arguments
args: a=positionals b=[',' k=kwargs => k] => Arguments a b | a=kwargs => Arguments a
positionals: ','.positional+
positional: starred | a=(walrus | b=expression !':=' => b) !'=' => a
kwargs: a=','.keyword_or_starred+ ',' b=','.keyword_or_unpacked+ => keywords a b | ','.keyword_or_starred+ | ','.keyword_or_unpacked+
starred: invalid_starred_unpacking | '*' a=expression => Starred a | '*' => last «Invalid star expression»
keyword_or_starred: invalid_kwarg | NAME '=' expression => Keyword | starred
keyword_or_unpacked: invalid_kwarg | NAME '=' expression => Keyword | '**' expression => Unpacking
invalid_starred_unpacking: a='*' expression '=' b=expression => range a b «cannot assign to iterable argument unpacking»
invalid_arguments: ((positionals ',' kwargs) | kwargs) a=',' ','.(starred !'=')+
	=> from a «iterable argument unpacking follows keyword argument unpacking»
	| a=expression b=clauses ',' [args | expression clauses] => bareGeneratorLast a b
	| a=NAME b='=' expression clauses => range a b «invalid syntax. Maybe you meant '==' or ':=' instead of '='?»
	| [args ','] a=NAME b='=' &(',' | ')') => range a b «expected argument value expression»
	| a=args b=clauses => bareGenerator a b
	| args ',' a=expression b=clauses => bareGeneratorLast a b
	| a=args ',' args => misplacedArgument a
invalid_kwarg: a=('True' | 'False' | 'None') b='=' => range a b «cannot assign to {a.text}»
	| a=NAME b='=' expression clauses => range a b «invalid syntax. Maybe you meant '==' or ':=' instead of '='?»
	| !(NAME '=') a=expression b='=' => range a b «expression cannot contain assignment, perhaps you meant "=="?»
	| a='**' expression '=' b=expression => range a b «cannot assign to keyword argument unpacking»

# targets

star_targets: a=star_target !',' => a | a=star_target b=(',' c=star_target => c)* ','? => Tuple a b
star_target (memo): '*' (!'*' star_target) => Group | starrable
starrable (memo): t_primary '.' NAME !follow => Attribute | t_primary '[' slices ']' !follow => Subscript | star_atom
star_atom: NAME | '(' starrable ')' | '(' [star_target (',' star_target)+ ','? | star_target ','] ')' | '[' [','.star_target+ ','?] ']'
single_target: attribute_target | NAME | '(' single_target ')'
attribute_target: t_primary '.' NAME !follow => Attribute | t_primary '[' slices ']' !follow => Subscript
t_primary (left): t_primary '.' NAME &follow => Attribute | t_primary '[' slices ']' &follow => Subscript | t_primary generator &follow => Call
	| t_primary '(' [arguments] ')' &follow => Call | a=atom &follow => a
follow: '(' | '[' | '.'
del_targets: ','.del_target+ ','?
del_target (memo): t_primary '.' NAME !follow | t_primary '[' slices ']' !follow | NAME | '(' del_target ')' | '(' del_targets? ')' | '[' del_targets? ']'

# strings

strings (memo): a=(fstring | string)+ => strings a
string: a=STRING => string a
fstring: FSTRING_START fstring_part* FSTRING_END => fstring
fstring_part: field | FSTRING_MIDDLE
field: '{' rhs '='? a=conversion? format_spec? '}' => field a | invalid_field
conversion: a='!' b=NAME => conversion a b
format_spec: ':' (FSTRING_MIDDLE | field)* => Group
invalid_field: '{' a='=' => at a «f-string: valid expression required before '='»
	| '{' a='!' => at a «f-string: valid expression required before '!'»
	| '{' a=':' => at a «f-string: valid expression required before ':'»
	| '{' a='}' => at a «f-string: valid expression required before '}'»
	| '{' !rhs => next «f-string: expecting a valid expression after '{'»
	| '{' rhs !('=' | '!' | ':' | '}') => next «f-string: expecting '=', or '!', or ':', or '}'»
	| '{' rhs '=' !('!' | ':' | '}') => next «f-string: expecting '!', or ':', or '}'»
	| '{' rhs '='? invalid_conversion
	| '{' rhs '='? ['!' NAME] !(':' | '}') => next «f-string: expecting ':' or '}'»
	| '{' rhs '='? ['!' NAME] ':' (FSTRING_MIDDLE | field)* !'}' => next «f-string: expecting '}', or format specs»
	| '{' rhs '='? ['!' NAME] !'}' => next «f-string: expecting '}'»
invalid_conversion: '!' &(':' | '}') => next «f-string: missing conversion character»
	| '!' !NAME => next «f-string: invalid conversion character»
`
