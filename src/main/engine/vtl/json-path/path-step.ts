import { JavaException } from '../java/java-exception'
import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'
import { nullPointer } from '../java/java-errors'
import { conditionCheck, type ConditionCheck } from './condition-check'
import { listItems, membersOf } from './definite-path'
import { parseFilter } from './parse-filter'
import { invalidPath } from './path-exception'
import type { PathToken } from './path-token'
import type { Search } from './search'

/**
 * One token of a path with all that follow it: adds what it finds to the search.
 * False: something that must be there is missing (Java: PathNotFoundException), which ends all but a wildcard on a list.
 * Errors: what ends the whole read, as InvalidPathException for an index on what is no list.
 */
export type PathStep = (value: JavaValue, search: Search) => boolean

/** The first token with all that follow it. */
export function pathStep(tokens: readonly PathToken[]): PathStep {
  /** The step that begins with each token, and one behind the last that adds the value it is given. */
  const steps: PathStep[] = [...tokens.map(() => addValue), addValue]
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]!
    const next = steps[at + 1]!
    const afterNext = at + 2 < tokens.length ? steps[at + 2]! : null
    steps[at] =
      token.kind === 'scan' ? scanStep(tokens[at + 1], next, afterNext) : stepOf(token, at === tokens.length - 1, next)
  }
  return steps[0]!
}

function addValue(value: JavaValue, search: Search): boolean {
  search.add(value)
  return true
}

function stepOf(token: Exclude<PathToken, { kind: 'scan' }>, isLast: boolean, next: PathStep): PathStep {
  switch (token.kind) {
    case 'root':
      return next
    case 'members':
      return token.names.length === 1 ? memberStep(token.names[0]!, isLast, next) : membersStep(token.names, isLast)
    case 'wildcard':
      return (value, search) => visitAll(value, search, next)
    case 'index':
      return itemsStep((items, search) => visitItem(items, token.index, search, next))
    case 'fromEnd':
      return itemsStep((items, search) => visitItem(items, items.length + token.offset, search, next))
    case 'indexes':
      return itemsStep((items, search) => token.indexes.every((index) => visitItem(items, index, search, next)))
    case 'slice':
      return itemsStep((items, search) => visitSlice(items, token.from, token.to, search, next))
    case 'filter':
      return filterStep(checkOf(token.source), next)
  }
}

/** A missing member is no failure at the end of the path: there is just nothing to add. */
function memberStep(name: string, isLast: boolean, next: PathStep): PathStep {
  return (value, search) => {
    search.spend(1)
    if (!(value instanceof JavaMap)) return false
    const member = value.get(name)
    return member === null && !value.has(name) ? isLast : next(member, search)
  }
}

function membersStep(names: readonly string[], isLast: boolean): PathStep {
  return (value, search) => {
    if (!(value instanceof JavaMap)) return false
    if (!isLast) throw invalidPath('Multi properties can only be used as path leafs')
    search.spend(names.length)
    search.add(membersOf(value, names))
    return true
  }
}

/** Null is a missing list; anything else must be one. */
function itemsStep(visit: (items: readonly JavaValue[], search: Search) => boolean): PathStep {
  return (value, search) => value !== null && visit(listItems(value), search)
}

function visitItem(items: readonly JavaValue[], index: number, search: Search, next: PathStep): boolean {
  search.spend(1)
  const item = items[index]
  return item !== undefined && next(item, search)
}

function visitSlice(
  items: readonly JavaValue[],
  from: number | null,
  to: number | null,
  search: Search,
  next: PathStep,
): boolean {
  const { length } = items
  if (length === 0) return true
  let start = from ?? 0
  let end = Math.min(to ?? length, length)
  // Only a slice with one end counts from the end of the list.
  if (to === null && start < 0) start = Math.max(length + start, 0)
  if (from === null && end < 0) end += length
  for (let index = start; index < end; index++) if (!visitItem(items, index, search, next)) return false
  return true
}

function visitAll(value: JavaValue, search: Search, next: PathStep): boolean {
  if (value instanceof JavaMap) return visitEach(memberValues(value), search, next)
  if (!(value instanceof JavaList)) return true
  for (const item of value.items) {
    search.spend(1)
    // What is missing in one element is no matter for the others.
    next(item, search)
  }
  return true
}

function visitEach(values: readonly JavaValue[], search: Search, next: PathStep): boolean {
  for (const value of values) {
    search.spend(1)
    if (!next(value, search)) return false
  }
  return true
}

/** Errors: ClassCastException when a template has put a key into the map that is no text. */
function memberValues(map: JavaMap): JavaValue[] {
  if (map.keys().every((key) => typeof key === 'string')) return map.values()
  throw new JavaException('java.lang.ClassCastException', 'a key of the map is no java.lang.String')
}

function checkOf(source: string | null): ConditionCheck {
  if (source !== null) return conditionCheck(parseFilter(source))
  return () => {
    throw nullPointer('the path has a place for a filter, but no filter')
  }
}

function filterStep(check: ConditionCheck, next: PathStep): PathStep {
  const visit: PathStep = (value, search) => !check(value, search) || next(value, search)
  return (value, search) =>
    value instanceof JavaMap ? visit(value, search) : visitEach(listItems(value), search, visit)
}

/** `..`: every value below, wherever the next token fits. */
function scanStep(token: PathToken | undefined, step: PathStep, afterNext: PathStep | null): PathStep {
  if (token === undefined) return failAtEnd
  const fits = fitCheck(token)
  // Jayway 2.0.0 forgets the next token on a list: of `..[0].a` it takes `.a` of each element. Only the last token is spared.
  const ofList: PathStep = afterNext === null ? step : (value, search) => visitEach(listItems(value), search, afterNext)
  const scan: PathStep = (value, search) => {
    const isList = value instanceof JavaList
    if (!isList && !(value instanceof JavaMap)) return true
    if (fits(value, search) && !(isList ? ofList : step)(value, search)) return false
    search.enter()
    const isFound = visitEach(isList ? value.items : memberValues(value), search, scan)
    search.leave()
    return isFound
  }
  return scan
}

/** "." is read as "$..", which no check refuses before it is followed. */
function failAtEnd(): never {
  throw new JavaException('java.lang.IllegalStateException', 'Current path token is a leaf')
}

/** Whether a token can begin at a value that `..` has come to. */
function fitCheck(token: PathToken): ConditionCheck {
  switch (token.kind) {
    case 'members':
      return (value, search) => {
        search.spend(token.names.length)
        return value instanceof JavaMap && token.names.every((name) => value.has(name))
      }
    case 'index':
    case 'fromEnd':
    case 'indexes':
    case 'slice':
      return (value) => value instanceof JavaList
    case 'wildcard':
      return () => true
    case 'filter':
      return checkOf(token.source)
    case 'root':
    case 'scan':
      return () => false
  }
}
