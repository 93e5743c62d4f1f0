import type { TextSpan } from '@shared/contract/template'

/** A template as it was read. Every node has its place in the source. */
export type Statement =
  | TextNode
  | Reference
  | IfNode
  | SetNode
  | ForeachNode
  | MacroDefinition
  | MacroCall
  | DefineNode
  | EvaluateNode
  | BreakNode
  | StopNode
  | LoadNode

export type Block = readonly Statement[]

/** Text that is written as it stands; comments that leave nothing have no node. */
export interface TextNode extends Located {
  readonly kind: 'text'
  readonly text: string
}

export interface Located {
  readonly span: TextSpan
}

/** `$name`, `$!name`, `${name}` and what follows the name. Source: Velocity 1.7, ASTReference. */
export interface Reference extends Located {
  readonly kind: 'reference'
  /** The variable's name. */
  readonly root: string
  /** The variable that `#set` gives the value to; not `root` for `${name}` and `$!name`, where Velocity takes the sign for the name. */
  readonly assignedName: string
  readonly members: readonly Member[]
  /** An odd number of backslashes stands before it. */
  readonly isEscaped: boolean
  /** Half of the backslashes, and text such as a second `$`, written before the value. */
  readonly escapePrefix: string
  readonly morePrefix: string
  /** What is written when there is no value. */
  readonly nullText: string
  /** As it is written, for `+` with a string and a missing value. */
  readonly literal: string
  /** `name` where Velocity took text for a reference: it is written as it stands and has no value. */
  readonly isRunt: boolean
  /** False for `$\!name`, whose value is never looked up by `#set` and arguments. */
  readonly isComputable: boolean
}

export type Member =
  | (Located & { readonly kind: 'property'; readonly name: string })
  | (Located & { readonly kind: 'method'; readonly name: string; readonly args: readonly Expression[] })
  | (Located & { readonly kind: 'index'; readonly index: Expression })

export type Expression =
  | Reference
  | StringNode
  | (Located & { readonly kind: 'integer'; readonly text: string })
  | (Located & { readonly kind: 'float'; readonly text: string })
  | (Located & { readonly kind: 'boolean'; readonly value: boolean })
  | (Located & { readonly kind: 'list'; readonly items: readonly Expression[] })
  | (Located & { readonly kind: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] })
  | (Located & { readonly kind: 'range'; readonly from: Expression; readonly to: Expression })
  | (Located & { readonly kind: 'not'; readonly operand: Expression })
  | BinaryNode
  | NoValue

/** `'text'` or `"text"`; `parts` is what stands between double quotes when it holds references or directives. */
export interface StringNode extends Located {
  readonly kind: 'string'
  readonly value: string
  readonly parts: Block | null
  /** Velocity reads the text with a blank at its end and takes the last character away again, unless it holds `##`. */
  readonly dropsLastCharacter: boolean
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%'

export interface BinaryNode extends Located {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
  /** As the operands are written, for `+` with a string and a missing value. */
  readonly leftLiteral: string
  readonly rightLiteral: string
}

/** A bare word or a block where a value is expected: Velocity evaluates it to null. */
export interface NoValue extends Located {
  readonly kind: 'word'
  readonly word: string
}

export interface IfNode extends Located {
  readonly kind: 'if'
  readonly branches: readonly IfBranch[]
  readonly otherwise: Block | null
}

export interface IfBranch {
  readonly condition: Expression
  readonly block: Block
  /** Of the line that opens the branch. */
  readonly span: TextSpan
}

export interface SetNode extends Located {
  readonly kind: 'set'
  readonly target: Reference
  readonly value: Expression
}

export interface ForeachNode extends Located {
  readonly kind: 'foreach'
  /** The loop's variable, without the dollar sign. */
  readonly item: string
  /** null where Velocity fails when it gets there: `#foreach($i)`. */
  readonly list: Expression | null
  readonly block: Block
}

export interface MacroDefinition extends Located {
  readonly kind: 'macro-definition'
  readonly name: string
  readonly parameters: readonly string[]
  readonly block: Block
}

/** `#name(...)`, or `#@name(...) body #end`. Whether there is such a macro is known only when it runs. */
export interface MacroCall extends Located {
  readonly kind: 'macro-call'
  readonly name: string
  readonly args: readonly Expression[]
  readonly body: Block | null
  /** Written as it stands when there is no such macro. */
  readonly literal: string
}

export interface DefineNode extends Located {
  readonly kind: 'define'
  readonly name: string
  readonly block: Block
}

export interface EvaluateNode extends Located {
  readonly kind: 'evaluate'
  readonly source: Expression
}

export interface BreakNode extends Located {
  readonly kind: 'break'
  readonly scope: Expression | null
}

export interface StopNode extends Located {
  readonly kind: 'stop'
}

/** `#parse` and `#include`: there are no files to read, so they fail when they run. */
export interface LoadNode extends Located {
  readonly kind: 'load'
  readonly directive: 'parse' | 'include'
  readonly args: readonly Expression[]
}
