import type { CapturingPattern, InsightsPattern } from '../pattern/insights-pattern'
import type { Value } from '../values/value'
import type { Period } from '../values/period'

/** Where something stands in the text of a query: UTF-16 offsets, the end excluded. */
export interface Span {
  readonly from: number
  readonly to: number
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '^' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or'

export type Expression = Span &
  (
    | { readonly kind: 'literal'; readonly value: Value }
    | { readonly kind: 'field'; readonly name: string }
    /** `name` as the function table has it. */
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
    /** `name` as the aggregate table has it; `operand` is null for `count(*)`, `percent` is of `pct` and `median`. */
    | {
        readonly kind: 'aggregate'
        readonly name: string
        readonly operand: Expression | null
        readonly percent: number
      }
    /** `period` cuts `operand`, or the record's own instant where that is null. */
    | {
        readonly kind: 'cut'
        readonly operand: Expression | null
        readonly period: Period
        readonly isCeiling: boolean
      }
    | {
        readonly kind: 'binary'
        readonly operator: BinaryOperator
        readonly left: Expression
        readonly right: Expression
      }
    | { readonly kind: 'not' | 'negate'; readonly operand: Expression }
    | {
        readonly kind: 'in'
        readonly operand: Expression
        readonly isNegated: boolean
        readonly values: readonly Value[]
      }
    | { readonly kind: 'like'; readonly operand: Expression; readonly isNegated: boolean; readonly like: Like }
  )

/** A text that is contained, or a pattern that matches somewhere. */
export type Like = { readonly text: string } | { readonly pattern: InsightsPattern }

/** An expression and the name of its column: what stands after `as`, else the expression as it is written. */
export interface Item {
  readonly expression: Expression
  readonly name: string
  readonly isAlias: boolean
}

export interface SortKeyItem {
  readonly expression: Expression
  readonly isDescending: boolean
}

/** How `parse` reads a field, and the names of what it finds, in order. */
export type Extractor =
  | { readonly kind: 'glob'; readonly glob: string; readonly names: readonly string[] }
  /** `places`: which group each name is for, from 0. */
  | {
      readonly kind: 'pattern'
      readonly pattern: CapturingPattern
      readonly places: readonly number[]
      readonly names: readonly string[]
    }

export type Command = Span &
  (
    | { readonly kind: 'fields' | 'display'; readonly items: readonly Item[] }
    | { readonly kind: 'filter'; readonly condition: Expression }
    | { readonly kind: 'stats'; readonly items: readonly Item[]; readonly groups: readonly Item[] }
    | { readonly kind: 'sort'; readonly keys: readonly SortKeyItem[] }
    | { readonly kind: 'limit'; readonly count: number }
    | { readonly kind: 'parse'; readonly source: Expression; readonly extractor: Extractor }
    | { readonly kind: 'dedup'; readonly fields: readonly Expression[] }
  )

/** A query that can be run. */
export interface Query {
  readonly text: string
  readonly commands: readonly Command[]
}
