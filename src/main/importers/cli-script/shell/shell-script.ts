/** A shell script as far as it can be read. Offsets are UTF-16 offsets into the text. */

/** A part of a word. What is quoted is not split at blanks. */
export type WordPart =
  | { readonly kind: 'text'; readonly text: string; readonly isQuoted: boolean }
  /** `$NAME`, `${NAME}`, `${NAME:-word}`; `operator` is what stands behind the name, "" for none. */
  | {
      readonly kind: 'variable'
      readonly name: string
      readonly operator: string
      readonly argument: Word | null
      readonly isQuoted: boolean
      readonly offset: number
    }
  /** `$(...)` or backticks. */
  | {
      readonly kind: 'command'
      readonly body: readonly Statement[]
      readonly isQuoted: boolean
      readonly offset: number
    }
  /** What is not evaluated, as `$((1 + 1))`. */
  | { readonly kind: 'other'; readonly text: string; readonly isQuoted: boolean; readonly offset: number }

export interface Word {
  readonly parts: readonly WordPart[]
  readonly offset: number
}

export interface Assignment {
  readonly name: string
  readonly value: Word
  readonly isAppended: boolean
}

/** `> file`, `< file`, `<<EOF`: for a document in the script `target` is its text. */
export interface Redirect {
  readonly operator: '>' | '>>' | '<' | '<<' | '<<<' | '>&' | '<&'
  /** 1 for what a command prints, 2 for its errors, 0 for what it reads. */
  readonly descriptor: number
  readonly target: Word
}

export interface Command {
  readonly kind: 'command'
  readonly assignments: readonly Assignment[]
  readonly words: readonly Word[]
  readonly redirects: readonly Redirect[]
  readonly offset: number
}

export interface Pipeline {
  readonly kind: 'pipeline'
  readonly commands: readonly Statement[]
  readonly offset: number
}

export interface AndOr {
  readonly kind: 'and-or'
  readonly first: Statement
  readonly rest: readonly { readonly operator: '&&' | '||'; readonly statement: Statement }[]
  readonly offset: number
}

export interface ForLoop {
  readonly kind: 'for'
  readonly variable: string
  /** Null for `for x; do`, which goes over the arguments, and for the form of C. */
  readonly words: readonly Word[] | null
  readonly body: readonly Statement[]
  readonly offset: number
}

export interface Group {
  readonly kind: 'group'
  readonly body: readonly Statement[]
  readonly redirects: readonly Redirect[]
  readonly offset: number
}

export interface FunctionDefinition {
  readonly kind: 'function'
  readonly name: string
  readonly body: readonly Statement[]
  readonly offset: number
}

/** `if`, `while`, `until`, `case`: understood as far as where it ends and what is in it. */
export interface Unrun {
  readonly kind: 'unrun'
  readonly keyword: string
  readonly body: readonly Statement[]
  readonly offset: number
}

export type Statement = Command | Pipeline | AndOr | ForLoop | Group | FunctionDefinition | Unrun

/** What cannot be read: "the quotation mark is never closed". */
export interface ShellProblem {
  readonly offset: number
  readonly message: string
}

export interface ShellScript {
  readonly statements: readonly Statement[]
  readonly problems: readonly ShellProblem[]
}
